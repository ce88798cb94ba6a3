using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Schedule;

/// <summary>Why a step ends when it does.</summary>
public enum DateBasis
{
    /// <summary>It happened.</summary>
    Actual,

    /// <summary>Somebody set the forecast by hand.</summary>
    ByHand,

    /// <summary>A visit takes place on its planned day.</summary>
    Visit,

    /// <summary>The usual time from what comes before.</summary>
    Typical,

    /// <summary>The usual time is over; it still needs some days from today.</summary>
    Overdue,
}

/// <summary>One milestone of a schedule with its dates.</summary>
/// <param name="Step">The milestone and what comes before it.</param>
/// <param name="Dates">What is recorded.</param>
/// <param name="Start">When the last of what it needs was, or is expected to be, there; null for the first.</param>
/// <param name="End">When it happened, or is expected.</param>
/// <param name="Basis">Why then.</param>
/// <param name="DrivenBy">What it waited for longest; null for the first.</param>
public sealed record ScheduledStep(ScheduleStep Step, MilestoneDates Dates, LocalDate? Start, LocalDate End, DateBasis Basis, string? DrivenBy)
{
    /// <summary>Expected date; null once it happened.</summary>
    public LocalDate? Forecast => Dates.Actual is null ? End : null;

    /// <summary>It happened.</summary>
    public bool IsDone => Dates.Actual is not null;
}

/// <summary>The forecast of one site from usual durations: pure, the same for the same dates, calendar and day.</summary>
public sealed class SiteSchedule
{
    /// <summary>An overdue step still needs this part of its usual time, at least one day.</summary>
    private const int RestPart = 5;

    private readonly ImmutableDictionary<string, ScheduledStep> byCode;

    private SiteSchedule(ImmutableArray<ScheduledStep> steps, BusinessCalendar calendar)
    {
        (Steps, Calendar) = (steps, calendar);
        byCode = steps.ToImmutableDictionary(s => s.Step.Code, StringComparer.Ordinal);
    }

    /// <summary>All milestones, each after what it needs.</summary>
    public ImmutableArray<ScheduledStep> Steps { get; }

    /// <summary>Business days of the country.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>A milestone; null when the network lacks it.</summary>
    public ScheduledStep? this[string code] => byCode.GetValueOrDefault(code);

    /// <summary>Activation.</summary>
    public ScheduledStep Activation => byCode[SiteNetwork.Activated];

    /// <summary>Computes the schedule.</summary>
    /// <param name="network">The network, in its order.</param>
    /// <param name="dates">Recorded dates of a milestone of the site or its country.</param>
    /// <param name="today">Today at the site: nothing that is open is expected before.</param>
    /// <param name="calendar">Business days of the country.</param>
    public static SiteSchedule Compute(ImmutableArray<ScheduleStep> network, Func<string, MilestoneDates> dates, LocalDate today, BusinessCalendar calendar)
    {
        var ends = new Dictionary<string, LocalDate>(StringComparer.Ordinal);
        var steps = ImmutableArray.CreateBuilder<ScheduledStep>(network.Length);
        foreach (var step in network)
        {
            var driver = step.After.IsEmpty ? null : step.After.MaxBy(a => ends[a]);
            var scheduled = End(step, dates(step.Code), driver is null ? null : ends[driver], driver, today, calendar);
            ends[step.Code] = scheduled.End;
            steps.Add(scheduled);
        }

        return new SiteSchedule(steps.MoveToImmutable(), calendar);
    }

    /// <summary>Business days from the plan to what happened or is expected; positive is late, null without a plan.</summary>
    public int? Slip(string code) => this[code] is { Dates.Plan: { } plan } step ? Calendar.Between(plan, step.End) : null;

    /// <summary>
    /// A date that four in five do not exceed (P80). The open steps that lead to the milestone vary independently of each other, so
    /// their spreads add up as squares; adding each step's cautious days would promise far too late a date.
    /// </summary>
    public LocalDate Cautious(string code)
    {
        var squares = 0d;
        for (var step = this[code]; step is { IsDone: false }; step = step.DrivenBy is null ? null : this[step.DrivenBy])
        {
            if (step.Basis == DateBasis.ByHand)
            {
                break;
            }

            squares += Math.Pow(step.Step.CautiousDays - step.Step.TypicalDays, 2);
        }

        return squares > 0 ? Calendar.Plus(byCode[code].End, (int)Math.Ceiling(Math.Sqrt(squares))) : byCode[code].End;
    }

    private static ScheduledStep End(ScheduleStep step, MilestoneDates dates, LocalDate? start, string? driver, LocalDate today, BusinessCalendar calendar)
    {
        if (dates.Actual is { } actual)
        {
            return new ScheduledStep(step, dates, start, actual, DateBasis.Actual, driver);
        }

        if (dates.Forecast is { } byHand && byHand >= today)
        {
            return new ScheduledStep(step, dates, start, byHand, DateBasis.ByHand, driver);
        }

        var usual = calendar.Plus(start ?? today, step.TypicalDays);
        var overdue = usual < today;
        var end = overdue ? calendar.Plus(today, Math.Max(1, step.TypicalDays / RestPart)) : usual;
        return step.IsVisit && dates.Plan is { } agreed && agreed > end
            ? new ScheduledStep(step, dates, start, agreed, DateBasis.Visit, driver)
            : new ScheduledStep(step, dates, start, end, overdue ? DateBasis.Overdue : DateBasis.Typical, driver);
    }
}
