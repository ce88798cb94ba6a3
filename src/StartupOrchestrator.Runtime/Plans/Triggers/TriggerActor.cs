using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Workflows.Execution;
using Effect = StartupOrchestrator.Domain.Actors.Effects.Effect;
using PublishEvent = StartupOrchestrator.Domain.Actors.Effects.PublishEvent;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Runtime.Plans.Triggers;

/// <summary>
/// The rules of what starts plans by itself. It follows its definition: the newest version that is not retracted counts. A
/// time that was missed while nothing ran starts one plan, however often it was missed, and goes on from now.
/// </summary>
/// <param name="definitions">Published definitions.</param>
public sealed class TriggerActor(IPlanDefinitions definitions) : ActorType<TriggerState>
{
    private const string Time = "time:", Heard = "event:";

    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Trigger;

    /// <inheritdoc/>
    public override TriggerState Empty => TriggerState.Empty;

    /// <inheritdoc/>
    public override bool HearsRefusals => true;

    /// <inheritdoc/>
    public override TriggerState Apply(TriggerState state, Event e) => e switch
    {
        TriggersSet s => state with { Version = s.Version, Entries = s.Entries },
        TriggerStartedPlan => state with { Started = state.Started + 1 },
        EventPublishedFromOutside => state with { Published = state.Published + 1 },
        _ => state,
    };

    /// <inheritdoc/>
    public override IEnumerable<ActorId> EvidenceFor(TriggerState state, Command command) => command is FollowDefinition f ? [new ActorId(ActorKind.Definition, f.Definition)] : [];

    /// <inheritdoc/>
    public override Decision Decide(TriggerState state, Command command, DecisionContext context) => command switch
    {
        FollowDefinition f => Follow(state, f.Definition, context),
        TriggerDue due => Due(state, due, context),
        EventArrived e => Find(state, e.Bookmark, Heard) is { } entry ? Start(state, entry, e.Payload, context) : Decision.Accept().With(new ForgetEvent(e.Bookmark)),
        PublishEventFromOutside p => Decision.Accept(new EventPublishedFromOutside(p.Event, p.Correlation)).With(new PublishEvent(p.Event, p.Correlation, p.Payload, context.CommandId)),
        TellRefused => Decision.Nothing,
        _ => Decision.Refuse(new Refusal(RefusalKind.Invalid, "command.not-understood", $"A trigger does not understand {command.GetType().Name}.")),
    };

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, TriggerState state) => state.Version == 0 && state.Entries.IsDefaultOrEmpty ? null : new ViewRow
    {
        Status = state.Entries.IsDefaultOrEmpty ? "none" : "watching",
        Code = id.Key,
        Title = id.Key,
        Doc = new JsonObject
        {
            ["version"] = state.Version,
            ["started"] = state.Started,
            ["triggers"] = new JsonArray([.. state.Entries.Select(e => new JsonObject { ["activity"] = e.Activity, ["kind"] = e.Kind, ["payload"] = e.Payload.DeepClone() })]),
        },
    };

    private Decision Follow(TriggerState state, string definition, DecisionContext context)
    {
        var current = (context.Evidence.GetValueOrDefault(new ActorId(ActorKind.Definition, definition))?.State as DefinitionState)?.Current;
        if (current?.Number == state.Version)
        {
            return Decision.Nothing;
        }

        var graph = current is null ? null : definitions.Add(definition, current.Number, current.Content);
        TriggerEntry[] entries = graph is null ? [] : [.. TriggerIndex.Of(graph).Concat(TriggerIndex.RequestsAwaited(graph)).Select(t => new TriggerEntry(t.ActivityId, t.Kind, t.Payload))];
        var effects = new List<Effect>();
        foreach (var old in state.Entries)
        {
            effects.Add(old.Kind == "event" ? new ForgetEvent(Heard + old.Activity) : new ClearTimer(Time + old.Activity));
        }

        foreach (var entry in entries)
        {
            if (entry.Kind == "event")
            {
                effects.Add(new AwaitEvent(Heard + entry.Activity, (string?)entry.Payload["eventName"] ?? "", null));
            }
            else if (TriggerIndex.NextFiring(Described(entry), context.Now) is { } next)
            {
                effects.Add(new SetTimer(Time + entry.Activity, next, new TriggerDue(entry.Activity, next)));
            }
        }

        return Decision.Accept(new TriggersSet(current?.Number ?? 0, [.. entries])).With([.. effects]);
    }

    private static Decision Due(TriggerState state, TriggerDue due, DecisionContext context)
    {
        if (state.Entries.FirstOrDefault(e => e.Activity == due.Activity) is not { } entry)
        {
            return Decision.Nothing;
        }

        var decision = Start(state, entry, null, context);
        return Next(entry, due.Due, context.Now) is { } next ? decision.With(new SetTimer(Time + entry.Activity, next, new TriggerDue(entry.Activity, next))) : decision;
    }

    /// <summary>An interval keeps its beat; what was missed is not made up for.</summary>
    private static Instant? Next(TriggerEntry entry, Instant due, Instant now)
    {
        if (entry.Kind != "interval")
        {
            return TriggerIndex.NextFiring(Described(entry), now);
        }

        var seconds = Math.Max(1, (double)entry.Payload["seconds"]!);
        var missed = now < due ? 0 : Math.Floor((now - due).TotalSeconds / seconds);
        return due + Duration.FromSeconds((missed + 1) * seconds);
    }

    private static Decision.Accepted Start(TriggerState state, TriggerEntry entry, JsonNode? payload, DecisionContext context)
    {
        var plan = new ActorId(ActorKind.Workflow, DerivedId.From("triggered", context.Self.ToString(), entry.Activity, context.CommandId));
        var start = new StartPlan(context.Self.Key, Scope.Organisation, Version: state.Version, Trigger: entry.Activity, TriggerPayload: payload?.DeepClone());
        return Decision.Accept(new TriggerStartedPlan(entry.Activity, plan)).With(new Tell(plan, start, "start:" + entry.Activity));
    }

    private static TriggerEntry? Find(TriggerState state, string name, string prefix) =>
        state.Entries.FirstOrDefault(e => name == prefix + e.Activity);

    private static Trigger Described(TriggerEntry entry) => new(entry.Activity, entry.Kind, (JsonObject)entry.Payload.DeepClone());
}
