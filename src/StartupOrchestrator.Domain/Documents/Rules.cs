using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>What a command to a document leads to.</summary>
internal static class DocumentRules
{
    public static Decision Decide(DocumentState state, Command command, DecisionContext context)
    {
        if (command is ExpectDocument expect)
        {
            return state.Exists ? context.Exists("document") : Expect(expect, context);
        }

        if (!state.Exists)
        {
            return context.NotThere("document");
        }

        return command switch
        {
            RequestDocument c => Step(state, DocumentStatus.Requested, c.On, context, on => Decision.Accept(new DocumentRequested(c.Due, on))),
            ReceiveDocument c => Receive(state, c, context),
            StartDocumentReview c => Step(state, DocumentStatus.InReview, c.On, context, on => Decision.Accept(new DocumentReviewStarted(on))),
            ApproveDocument c => DocumentReview.Approve(state, c, context),
            RejectDocument c => DocumentReview.Reject(state, c, context),
            MakeDocumentEffective c => Step(state, DocumentStatus.Effective, c.On, context, on => Decision.Accept(new DocumentMadeEffective(state.Versions.Last(v => v.Status == VersionStatus.Approved).Number, on))),
            SupersedeDocument c => Step(state, DocumentStatus.Superseded, c.On, context, on => Decision.Accept(new DocumentSuperseded(c.ExpectedVersion, on)).With(new ClearTimer(DocumentExpiry.Timer))),
            ExpireDocument c => DocumentExpiry.Expire(state, c, context),
            WarnOfExpiry => DocumentExpiry.Warn(state),
            MarkNotApplicable c => Step(state, DocumentStatus.NotApplicable, null, context, on => context.MissingReason("mark a document not applicable") is { } missing
                ? Decision.Refuse(missing)
                : Decision.Accept(new DocumentMarkedNotApplicable(c.ReasonCode, on))),
            WaiveDocument c => Step(state, DocumentStatus.Waived, null, context, on => Waive(c, on, context)),
            CorrectDocument c => DocumentCorrections.Decide(state, c, context),
            _ => context.NotUnderstood(command),
        };
    }

    /// <summary>Checks the table and the date, then does the rest.</summary>
    internal static Decision Step(DocumentState state, DocumentStatus to, LocalDate? on, DecisionContext context, Func<LocalDate, Decision> then) =>
        DocumentTransitions.Table.Check($"Document '{state.Title}'", state.Status, to) is { } refusal ? Decision.Refuse(refusal)
        : context.TryDate(on, null, out var date, out var wrong) ? then(date)
        : Decision.Refuse(wrong);

    private static Decision Expect(ExpectDocument c, DecisionContext context) =>
        c.Type.Length == 0 ? Decision.Refuse(Refusal.Invalid("type", "Name the document type, for example cv."))
        : c.Title.Length == 0 ? Decision.Refuse(Refusal.Invalid("title", "Say in words what the document is."))
        : c.Expiry is { Kind: ExpiryKind.AgeLimit, Months: null or <= 0 } ? Decision.Refuse(Refusal.Invalid("expiry.months", "An age limit needs a number of months."))
        : Decision.Accept(new DocumentExpected(
            c.Type, c.Title, c.Scope, context.Today(), c.Artefact, c.RequiredFor.OrEmpty(), c.Person, c.OwnerRole, c.SecondReview, c.Expiry, c.Language, c.ExpectedVersion, c.Due))
            .With(Registers.EnterAt(context.Self, c.Scope, c.Type, c.RequiredFor));

    private static Decision Receive(DocumentState state, ReceiveDocument c, DecisionContext context)
    {
        if (c.File.Check("file") is { } bad)
        {
            return Decision.Refuse(bad);
        }

        if (state.Latest is { Status: VersionStatus.Received } latest && latest.File.Sha256 == c.File.Sha256)
        {
            return Decision.Nothing;
        }

        return Step(state, DocumentStatus.Received, c.On, context, on => Decision.Accept(new DocumentReceived(
            state.Versions.Length + 1, c.File, on, context.Actor(), c.Label, c.Dated, c.ValidUntil, c.Language ?? state.Language))
            .Answering(new JsonObject { ["version"] = state.Versions.Length + 1 }));
    }

    private static Decision Waive(WaiveDocument c, LocalDate on, DecisionContext context)
    {
        if (context.MissingReason("declare a document not required") is { } missing)
        {
            return Decision.Refuse(missing);
        }

        var asked = Asking.PersonKey(context.Origin.OnBehalfOf ?? context.Origin.By);
        return Asking.PersonKey(c.Approver) == asked
            ? Decision.Refuse(new Refusal(RefusalKind.Forbidden, "document.approver", "Nobody approves what they ask for: name another person as approver."))
            : Decision.Accept(new DocumentWaived(Asking.PersonKey(c.Approver), c.ReasonCode, on));
    }
}
