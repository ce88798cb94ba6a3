using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>Mending mistakes; the old value stays in the event.</summary>
internal static class SubmissionCorrections
{
    public static Decision Decide(SubmissionState state, CorrectSubmission c, SubmissionClock clock, DecisionContext context) =>
        context.MissingReason("correct a submission") is { } missing ? Decision.Refuse(missing) : c.Kind switch
        {
            SubmissionCorrection.Reopen => Reopen(state, context),
            SubmissionCorrection.ChangeSubmitted => Date(c, state.SubmittedOn, "date of submission", context, to =>
                state.Status == SubmissionStatus.Submitted ? clock.AfterSubmission(state.Clock, to) : null),
            SubmissionCorrection.ChangeValidated => Date(c, state.ValidOn, "date of validation", context, to =>
                state.Status == SubmissionStatus.Assessing && state.Rfis.All(r => r.Kind == RfiKind.Validation) ? clock.LastDay(state.Clock, ClockStage.Assessment, to) : null),
            SubmissionCorrection.ChangeDecided => Date(c, state.DecidedOn, "date of the decision", context, _ => null),
            SubmissionCorrection.ChangeRfiDue => state.OpenRfi is { } open && c.Date is { } due
                ? Decision.Accept(new SubmissionDateCorrected(c.Kind, open.CommunicatedDue, due, null))
                : Decision.Refuse(Refusal.NotAllowed("The submission", "changing the due date of a request", StatusName.Of(state.Status), "receive a request, then give the right date")),
        };

    private static Decision Reopen(SubmissionState state, DecisionContext context)
    {
        if (state.Before.IsEmpty)
        {
            return Decision.Refuse(Refusal.NotAllowed("The submission", "reopening", StatusName.Of(state.Status), StatusName.Of(SubmissionTransitions.Table.From(state.Status))));
        }

        var to = state.Before[^1].Status;
        return Decision.Accept(new SubmissionReopened(state.Status, to, context.Today()))
            .Answering(new JsonObject { ["from"] = StatusName.Of(state.Status), ["to"] = StatusName.Of(to), ["gates"] = new JsonArray([.. state.RequiredFor.Select(g => (JsonNode)StatusName.Of(g))]) });
    }

    private static Decision Date(CorrectSubmission c, LocalDate? before, string what, DecisionContext context, Func<LocalDate, Deadline?> deadline)
    {
        if (before is null || c.Date is not { } to)
        {
            return Decision.Refuse(before is null
                ? Refusal.NotAllowed("The submission", $"changing the {what}", "without one", "record it first")
                : Refusal.Invalid("date", $"Give the right {what}."));
        }

        return !context.TryDate(to, null, out _, out var wrong) ? Decision.Refuse(wrong)
            : to == before ? Decision.Nothing
            : Decision.Accept(new SubmissionDateCorrected(c.Kind, before, to, deadline(to)));
    }
}
