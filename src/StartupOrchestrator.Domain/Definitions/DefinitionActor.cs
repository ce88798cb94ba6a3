using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Definitions;

/// <summary>The rules of workflow definitions. Whether the content can run is checked before it comes here.</summary>
public sealed class DefinitionActor : ActorType<DefinitionState>
{
    private const int MaximumLength = 4_000_000;

    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Definition;

    /// <inheritdoc/>
    public override DefinitionState Empty { get; } = new();

    /// <inheritdoc/>
    public override DefinitionState Apply(DefinitionState state, Event e) => e switch
    {
        DraftSaved x => state with
        {
            Exists = true, Title = x.Title, Drafts = state.Drafts.SetItem(x.Person, new DefinitionDraft(x.Content, x.BasedOn, x.At)),
        },
        DraftDiscarded x => state with { Drafts = state.Drafts.Remove(x.Person) },
        DefinitionPublished x => state with
        {
            Exists = true, Title = x.Title, Drafts = state.Drafts.Remove(x.By), Versions = state.Versions.Add(new PublishedVersion(x.Number, x.Content, x.Hash, x.By, x.At, x.Note)),
        },
        VersionRetracted x => state with { Versions = [.. state.Versions.Select(v => v.Number == x.Number ? v with { RetractedAt = x.At } : v)] },
        _ => state,
    };

    /// <inheritdoc/>
    public override Decision Decide(DefinitionState state, Command command, DecisionContext context) => command switch
    {
        SaveDraft c => Save(state, c, context),
        PublishDefinition { Content: null } when !state.Exists => context.NotThere("definition"),
        PublishDefinition c => Publish(state, c, context),
        _ when !state.Exists => context.NotThere("definition"),
        DiscardDraft => state.Drafts.ContainsKey(context.Actor()) ? Decision.Accept(new DraftDiscarded(context.Actor())) : Decision.Nothing,
        RetractVersion c => Retract(state, c, context),
        _ => context.NotUnderstood(command),
    };

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(DefinitionState state)
    {
        if (state.Exists)
        {
            yield return new Fact("exists");
            if (state.Current is { } current)
            {
                yield return new Fact("published", new JsonObject().Set("version", current.Number));
            }
        }
    }

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, DefinitionState state) => !state.Exists ? null : new ViewRow
    {
        Status = state.Current is not null ? "published" : state.Versions.Length > 0 ? "retracted" : "draft",
        Code = id.Key,
        Title = state.Title,
        Doc = new JsonObject().Set("version", state.Current?.Number).Set("hash", state.Current?.Hash).Set("publishedBy", state.Current?.By)
            .Set("publishedAt", state.Current?.At).Set("note", state.Current?.Note).Set("versions", state.Versions.Length).Set("drafts", state.Drafts.Count),
    };

    private static Decision Save(DefinitionState state, SaveDraft c, DecisionContext context) =>
        c.Content.Length is 0 or > MaximumLength ? Decision.Refuse(Refusal.Invalid("content", $"A definition has between 1 and {MaximumLength} characters."))
        : c.BasedOn < 0 || c.BasedOn > state.Versions.Length ? Decision.Refuse(Refusal.Invalid("basedOn", $"There is no version {c.BasedOn}; the newest is {state.Versions.Length}."))
        : Decision.Accept(new DraftSaved(context.Actor(), c.Content, c.BasedOn, c.Title ?? state.Title, context.Now));

    private static Decision Publish(DefinitionState state, PublishDefinition c, DecisionContext context)
    {
        var by = context.Actor();
        var draft = state.Drafts.GetValueOrDefault(by);
        if ((c.Content ?? draft?.Content) is not { Length: > 0 } content)
        {
            return Decision.Refuse(new Refusal(RefusalKind.NotAllowed, "definition.no-draft", "You have no draft of this definition. Save one, then publish it."));
        }

        if ((c.Content is null ? draft!.BasedOn : c.BasedOn) is { } basedOn && basedOn < state.Versions.Length)
        {
            return Decision.Refuse(new Refusal(
                RefusalKind.Changed, "definition.newer-version",
                $"Version {state.Versions.Length} was published after you began from version {basedOn}. Compare, take over what you want, save, then publish."));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return state.Current?.Hash == hash
            ? Decision.Nothing
            : Decision.Accept(new DefinitionPublished(state.Versions.Length + 1, content, hash, by, context.Now, c.Note, c.Title ?? state.Title))
                .With([.. Triggers(context, state.Current?.Content, content)])
                .Answering(new JsonObject().Set("version", state.Versions.Length + 1));
    }

    private static Decision Retract(DefinitionState state, RetractVersion c, DecisionContext context) =>
        state.Versions.FirstOrDefault(v => v.Number == c.Version) is not { } version ? Decision.Refuse(Refusal.Invalid("version", $"There is no version {c.Version}."))
        : version.RetractedAt is not null ? Decision.Nothing
        : context.MissingReason("retract a version") is { } missing ? Decision.Refuse(missing)
        : Decision.Accept(new VersionRetracted(c.Version, context.Now)).With([.. Triggers(context, version.Content)]);

    /// <summary>Whatever starts plans by itself is told, where a content has, or had, an activity that can, or that waits for calls.</summary>
    private static IEnumerable<Effect> Triggers(DecisionContext context, params ReadOnlySpan<string?> contents)
    {
        foreach (var content in contents)
        {
            if (content is not null && (content.Contains("canStartWorkflow", StringComparison.OrdinalIgnoreCase) || content.Contains("HttpEndpoint", StringComparison.Ordinal)))
            {
                return [new Tell(new ActorId(ActorKind.Trigger, context.Self.Key), new FollowDefinition(context.Self.Key), "triggers")];
            }
        }

        return [];
    }
}
