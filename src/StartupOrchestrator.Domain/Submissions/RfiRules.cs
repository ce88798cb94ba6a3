using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Time;
using NodaTime;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>Requests for information: what arrives, our work on it, and what becomes of it.</summary>
internal static class RfiRules
{
    private static readonly Transitions<RfiStatus> Work = new(
        (RfiStatus.Received, [RfiStatus.Triaged, RfiStatus.Drafting, RfiStatus.Review]),
        (RfiStatus.Triaged, [RfiStatus.Drafting, RfiStatus.Review]),
        (RfiStatus.Drafting, [RfiStatus.Review, RfiStatus.Triaged]),
        (RfiStatus.Review, [RfiStatus.Drafting]));

    public static Decision Receive(SubmissionState state, ReceiveRfi c, LocalDate on, SubmissionClock clock)
    {
        var stage = c.Kind switch { RfiKind.Validation => ClockStage.ValidationRfiAnswer, RfiKind.Assessment => ClockStage.AssessmentRfiAnswer };
        if (c.Kind == RfiKind.Validation && state.ValidOn is not null)
        {
            return Decision.Refuse(Refusal.Invalid("kind", "The submission is valid already. Record the request as one of the assessment."));
        }

        if (c.Due < on)
        {
            return Decision.Refuse(Refusal.Invalid("due", $"The due date {DateRules.Text(c.Due.Value)} lies before the request came on {DateRules.Text(on)}."));
        }

        var stops = c.Kind switch { RfiKind.Assessment => SubmissionClock.Stops(state), RfiKind.Validation => true };
        return Decision.Accept(new RfiReceived(state.Rfis.Length + 1, c.Kind, on, c.Due, clock.LastDay(state.Clock, stage, on), c.Number, stops, c.Question));
    }

    public static Decision Progress(SubmissionState state, ProgressRfi c, DecisionContext context)
    {
        if (state.OpenRfi is not { } open || state.Status != SubmissionStatus.RfiOpen)
        {
            return Decision.Refuse(Refusal.NotAllowed("The submission", "working on a request", StatusName.Of(state.Status), "receive a request"));
        }

        return open.Status == c.To ? Decision.Nothing
            : Work.Check($"Request {open.Index}", open.Status, c.To) is { } refusal ? Decision.Refuse(refusal)
            : context.TryDate(c.On, null, out var on, out var wrong) ? Decision.Accept(new RfiProgressed(open.Index, open.Status, c.To, on))
            : Decision.Refuse(wrong);
    }

    public static Decision Answer(SubmissionState state, AnswerRfi c, LocalDate on, SubmissionClock clock) => state.OpenRfi is { } open
        ? Decision.Accept(new RfiWasAnswered(open.Index, on, clock.AfterAnswer(state, open, on), c.Answer))
        : Decision.Refuse(Refusal.NotAllowed("The submission", "answering a request", StatusName.Of(state.Status), "receive a request"));

    public static Decision Outcome(SubmissionState state, SetRfiOutcome c, DecisionContext context, CountryPack pack)
    {
        var fits = c.Outcome switch
        {
            RfiOutcome.Accepted or RfiOutcome.FollowUp => state.Status == SubmissionStatus.RfiAnswered,
            RfiOutcome.Missed => state.Status == SubmissionStatus.RfiOpen,
        };
        if (!fits || state.OpenRfi is not { } open)
        {
            return Decision.Refuse(Refusal.NotAllowed("The submission", $"setting a request to {StatusName.Of(c.Outcome)}", StatusName.Of(state.Status), StatusName.Of(SubmissionTransitions.Table.From(state.Status))));
        }

        if (!context.TryDate(c.On, pack.AuthorityZone().Id, out var on, out var wrong))
        {
            return Decision.Refuse(wrong);
        }

        var closed = new RfiClosed(open.Index, c.Outcome, on);
        var stage = open.Kind == RfiKind.Validation ? ClockStage.ValidationRfiAnswer : ClockStage.AssessmentRfiAnswer;
        return c.Outcome == RfiOutcome.Missed && state.Clock?.Step(stage)?.OnExpiry == ExpiryEffect.Lapses
            ? DecisionRules.End(state, [closed], new SubmissionDecided(SubmissionDecision.Lapsed, on, [], [], null), context)
            : Decision.Accept(closed);
    }
}
