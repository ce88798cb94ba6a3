using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>Mending mistakes; the old value stays in the event.</summary>
internal static class DocumentCorrections
{
    public static Decision Decide(DocumentState state, CorrectDocument c, DecisionContext context) =>
        context.MissingReason("correct a document") is { } missing ? Decision.Refuse(missing) : c.Kind switch
        {
            DocumentCorrection.Reopen => Reopen(state, context),
            DocumentCorrection.ChangeDetails => Change(state, c),
        };

    private static Decision Reopen(DocumentState state, DecisionContext context)
    {
        if (state.History.IsEmpty || state.VersionsBefore.IsEmpty)
        {
            return Decision.Refuse(Refusal.NotAllowed($"Document '{state.Title}'", "reopening", StatusName.Of(state.Status), StatusName.Of(DocumentTransitions.Table.From(state.Status))));
        }

        var to = state.History[^1].From;
        return Decision.Accept(new DocumentReopened(state.Status, to, context.Today()))
            .Answering(new JsonObject { ["from"] = StatusName.Of(state.Status), ["to"] = StatusName.Of(to), ["gates"] = new JsonArray([.. state.RequiredFor.Select(g => (JsonNode)StatusName.Of(g))]) });
    }

    private static Decision Change(DocumentState state, CorrectDocument c)
    {
        if (state.Latest is not { } version)
        {
            return Decision.Refuse(Refusal.NotAllowed($"Document '{state.Title}'", "changing label and dates", StatusName.Of(state.Status), "receive a file"));
        }

        var changed = new DocumentDetailsChanged(
            version.Number, version.Label, c.Label ?? version.Label, version.Dated, c.Dated ?? version.Dated, version.ValidUntil, c.ValidUntil ?? version.ValidUntil);
        var counts = version.Status is VersionStatus.Approved or VersionStatus.Effective;
        return Decision.Accept(changed).With(counts && changed.ValidUntil is { } end ? [DocumentExpiry.Watch(state, end)] : Array.Empty<Effect>());
    }
}
