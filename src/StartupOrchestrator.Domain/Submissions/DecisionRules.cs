using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>Decisions, and how the parts of an application hang together.</summary>
internal static class DecisionRules
{
    public static Decision Decide(SubmissionState state, DecideSubmission c, LocalDate on, DecisionContext context)
    {
        var ours = c.Decision is SubmissionDecision.Withdrawn or SubmissionDecision.Lapsed;
        if (!ours && state.SubmittedOn is null)
        {
            return Decision.Refuse(Refusal.NotAllowed("The submission", $"deciding it {StatusName.Of(c.Decision)}", StatusName.Of(state.Status), "withdrawn", "lapsed", "submit"));
        }

        if (state.SubmittedOn is { } submitted && on < submitted)
        {
            return Decision.Refuse(Refusal.Invalid("on", $"The decision cannot lie before the submission on {Time.DateRules.Text(submitted)}."));
        }

        if (c.Decision == SubmissionDecision.ApprovedWithConditions && c.Conditions.IsDefaultOrEmpty)
        {
            return Decision.Refuse(Refusal.Invalid("conditions", "Approved with conditions: enter at least one condition."));
        }

        return End(state, [], new SubmissionDecided(c.Decision, on, c.Conditions.OrEmpty(), c.Covers.OrEmpty(), c.ValidUntil), context);
    }

    /// <summary>Ends the submission: tells the application of a concluded part, and the parts of a lapsed application.</summary>
    public static Decision End(SubmissionState state, ImmutableArray<Event> first, SubmissionDecided decided, DecisionContext context)
    {
        var accepted = Decision.Accept([.. first, decided]);
        if (state.Parent is { } parent)
        {
            accepted = accepted.With(new Tell(parent, new PartConcluded(context.Self, state.Type, state.Scope.Country, decided.Decision, decided.On), "concluded"));
        }

        var drags = decided.Decision is SubmissionDecision.Withdrawn or SubmissionDecision.Lapsed or SubmissionDecision.Refused;
        return drags
            ? accepted.With(SubmissionRules.ToParts(state, p => p.Decision is null, _ => new DecideSubmission(decided.Decision == SubmissionDecision.Refused ? SubmissionDecision.Withdrawn : decided.Decision, decided.On), "end"))
            : accepted;
    }

    /// <summary>A part was concluded; where Part I and the Part II of a country both are, the decision's clock starts on the later day.</summary>
    public static Decision PartConcluded(SubmissionState state, PartConcluded c)
    {
        if (state.Parts.All(p => p.Part != c.Part) || state.Parts.Any(p => p.Part == c.Part && p.Decision == c.Decision && p.ConcludedOn == c.On))
        {
            return Decision.Nothing;
        }

        ImmutableArray<SubmissionPart> parts = [.. state.Parts.Select(p => p.Part == c.Part ? p with { Decision = c.Decision, ConcludedOn = c.On } : p)];
        var accepted = Decision.Accept(new PartWasConcluded(c.Part, c.Decision, c.On));
        if (c.Type == SubmissionType.CtrDecision || parts.FirstOrDefault(p => p.Type == SubmissionType.CtrPartOne) is not { ConcludedOn: { } one })
        {
            return accepted;
        }

        return accepted.With([.. parts
            .Where(p => p is { Type: SubmissionType.CtrDecision, Decision: null } && (c.Type == SubmissionType.CtrPartOne || p.Country == c.Country))
            .Select(p => (Part: p, Two: parts.FirstOrDefault(q => q.Type == SubmissionType.CtrPartTwo && q.Country == p.Country)?.ConcludedOn))
            .Where(p => p.Two is not null)
            .Select(p => new Tell(p.Part.Part, new PartsConcluded(LocalDate.Max(one, p.Two!.Value)), $"parts:{p.Part.Part}"))]);
    }
}
