using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>Approval by one or two reviewers, and rejection.</summary>
internal static class DocumentReview
{
    public static Decision Approve(DocumentState state, ApproveDocument c, DecisionContext context) =>
        DocumentRules.Step(state, DocumentStatus.Approved, c.On, context, on => Approve(state, c, on, context));

    public static Decision Reject(DocumentState state, RejectDocument c, DecisionContext context) =>
        DocumentRules.Step(state, DocumentStatus.Rejected, c.On, context, on =>
            Asking.NotInList(c.ReasonCode, DocumentReasons.Rejected, "send a document back") is { } refusal
                ? Decision.Refuse(refusal)
                : Decision.Accept(new DocumentRejected(state.Latest!.Number, c.ReasonCode, c.Note, on)));

    private static Decision Approve(DocumentState state, ApproveDocument c, LocalDate on, DecisionContext context)
    {
        var by = context.Actor();
        if (context.Origin.IsSystem())
        {
            return Decision.Refuse(new Refusal(RefusalKind.Forbidden, "document.reviewer", "A person approves a document; a plan cannot."));
        }

        if (state.SecondReview && state.FirstApprover is null)
        {
            return Decision.Accept(new DocumentFirstApproved(by, on));
        }

        if (state.SecondReview && state.FirstApprover == by)
        {
            return Decision.Refuse(new Refusal(RefusalKind.Forbidden, "document.second-reviewer", "You approved this document first. The second review is another person's."));
        }

        var latest = state.Latest!;
        var validUntil = c.ValidUntil ?? DocumentExpiry.ValidUntil(state, latest);
        if (state.Expiry is { Kind: ExpiryKind.EndDate } && validUntil is null)
        {
            return Decision.Refuse(Refusal.Invalid("validUntil", "This document has an end date on the paper. Enter it to approve."));
        }

        if (validUntil < on)
        {
            return Decision.Refuse(Refusal.Invalid("validUntil", $"The document was valid until {Time.DateRules.Text(validUntil.Value)}, before the approval. Reject it as expired."));
        }

        Effect[] watch = validUntil is { } end ? [DocumentExpiry.Watch(state, end)] : [new ClearTimer(DocumentExpiry.Timer)];
        return Decision.Accept(new DocumentApproved(latest.Number, by, on, validUntil)).With(watch);
    }
}
