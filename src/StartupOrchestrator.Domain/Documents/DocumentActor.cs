using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>The rules of documents.</summary>
public sealed class DocumentActor : ActorType<DocumentState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Document;

    /// <inheritdoc/>
    public override DocumentState Empty { get; } = new();

    /// <inheritdoc/>
    public override DocumentState Apply(DocumentState state, Event e) => DocumentApply.Apply(state, e);

    /// <inheritdoc/>
    public override Decision Decide(DocumentState state, Command command, DecisionContext context) => DocumentRules.Decide(state, command, context);

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(DocumentState state)
    {
        if (!state.Exists)
        {
            yield break;
        }

        yield return new Fact("exists");
        yield return new Fact($"status:{StatusName.Of(state.Status)}", new JsonObject().Set("on", state.Since));
        if (state.Counting is { } version)
        {
            yield return new Fact("approved", new JsonObject().Set("version", version.Number).Set("label", version.Label).Set("on", state.Since).Set("sha256", version.File.Sha256));
        }

        if (state is { Status: DocumentStatus.InReview, FirstApprover: not null })
        {
            yield return new Fact("first-approved");
        }

        if (state.Counting is not null || state.Status is DocumentStatus.NotApplicable or DocumentStatus.Waived)
        {
            yield return new Fact("satisfied", new JsonObject().Set("status", StatusName.Of(state.Status)));
        }

        if (state.ExpiryWarned)
        {
            yield return new Fact("expiring", new JsonObject().Set("validUntil", state.Counting?.ValidUntil));
        }
    }

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, DocumentState state) => DocumentView.Of(state);
}
