using NodaTime;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>Computes the next last day of a submission from the rules of its jurisdiction.</summary>
internal sealed class SubmissionClock(CountryPack pack)
{
    /// <summary>The last day of a stage that begins on a day; null when no rule says so.</summary>
    public Deadline? LastDay(ClockRuleSet? clock, ClockStage stage, LocalDate trigger) =>
        clock?.Step(stage) is { } step ? DateRules.LastDay(step.Rule, trigger, pack.Calendar(), pack.Pauses) : null;

    /// <summary>The first last day after submission: of validation, else of the assessment.</summary>
    public Deadline? AfterSubmission(ClockRuleSet? clock, LocalDate submitted) =>
        LastDay(clock, ClockStage.Validation, submitted) ?? LastDay(clock, ClockStage.Assessment, submitted);

    /// <summary>True when a request stops the authority's clock.</summary>
    public static bool Stops(SubmissionState state) => state.Clock?.Rfi switch
    {
        RfiBehaviour.Stops => true,
        RfiBehaviour.SuspendsOnce => !state.Rfis.Any(r => r.Kind == RfiKind.Assessment),
        RfiBehaviour.Extends or RfiBehaviour.RunsOn or null => false,
    };

    /// <summary>The last day of the other side after our answer.</summary>
    public Deadline? AfterAnswer(SubmissionState state, Rfi rfi, LocalDate answered)
    {
        var stage = rfi.Kind == RfiKind.Validation ? ClockStage.ValidationAfterRfi : ClockStage.AssessmentAfterRfi;
        if (LastDay(state.Clock, stage, answered) is { } laidDown)
        {
            return laidDown;
        }

        var stopped = state.Stretches is [.., { To: null, Stopped: true } last] ? Period.DaysBetween(last.From, answered) : 0;
        return stopped > 0 && state.Deadline is { } running
            ? running with { Date = running.Date.PlusDays(stopped), Possible = null, Steps = [.. running.Steps, $"The clock stood still for {stopped} days: {DateRules.Text(running.Date.PlusDays(stopped))}."] }
            : state.Deadline;
    }
}
