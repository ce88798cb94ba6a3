using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;
using DomainEffect = StartupOrchestrator.Domain.Actors.Effects.Effect;
using DomainEvent = StartupOrchestrator.Domain.Actors.Effects.PublishEvent;
using EngineEffect = StartupOrchestrator.Workflows.Execution.Effect;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>Turns what the engine wants done into effects of the kernel, each with its cause.</summary>
internal sealed class PlanEffects(ActorId self, PlanState plan, ContractCatalog catalog)
{
    /// <summary>Prefix of the keys and tokens that concern a child.</summary>
    public const string Child = "child:";

    private readonly ImmutableArray<DomainEffect>.Builder effects = ImmutableArray.CreateBuilder<DomainEffect>();

    /// <summary>Waits that begin and end at one actor, held back to go out together and, where it is told something, with that.</summary>
    private readonly Dictionary<ActorId, List<(FactWatch Watch, string Key, string About)>> watches = [];
    private readonly List<ActorId> watched = [];

    /// <summary>What was ordered, in order.</summary>
    public ImmutableArray<DomainEffect> All
    {
        get
        {
            var all = effects.ToList();
            foreach (var target in watched)
            {
                Attach(all, target, watches[target]);
            }

            return [.. all];
        }
    }

    /// <summary>The actor of a child instance: its key follows from the engine's id, so that a repeated step names the same child.</summary>
    public static ActorId ChildActor(string childInstanceId) => new(ActorKind.Workflow, DerivedId.From("plan", childInstanceId));

    /// <summary>Adds the effects of one step.</summary>
    public void Add(IEnumerable<EngineEffect> ordered)
    {
        foreach (var effect in ordered)
        {
            Add(effect);
        }
    }

    /// <summary>Ends a subscription that nobody in the plan has a use for.</summary>
    public void Forget(ActorId source, string token) => Watch(source, new FactWatch(token), "forget:" + token, token);

    private void Add(EngineEffect effect)
    {
        switch (effect)
        {
            case RegisterBookmark { Kind: BookmarkKinds.Event } wait:
                effects.Add(new AwaitEvent(wait.BookmarkId, (string?)wait.Payload?["eventName"] ?? "", wait.CorrelationId));
                break;
            case RemoveBookmark { Kind: BookmarkKinds.Event } wait:
                effects.Add(new ForgetEvent(wait.BookmarkId));
                break;
            case RegisterBookmark { Kind: BookmarkKinds.Http } wait:
                effects.Add(new AwaitEvent(wait.BookmarkId, HttpWaits.Name((string?)wait.Payload?["path"]), wait.CorrelationId));
                break;
            case RemoveBookmark { Kind: BookmarkKinds.Http } wait:
                effects.Add(new ForgetEvent(wait.BookmarkId));
                break;
            case StartTimer timer:
                effects.Add(new SetTimer(timer.BookmarkId, Due(timer), new PlanTimerFired(timer.BookmarkId)));
                break;
            case CancelTimer timer:
                effects.Add(new ClearTimer(timer.BookmarkId));
                break;
            case TellActor tell:
                Send(ActorId.Parse(tell.Actor), catalog.Read<Command>(tell.Command), tell.CommandId, tell.CommandId);
                break;
            case Workflows.Execution.AwaitFact wait:
                Watch(ActorId.Parse(wait.Actor), new FactWatch(wait.BookmarkId, wait.Fact, wait.Once), "await:" + wait.BookmarkId, wait.BookmarkId);
                break;
            case Workflows.Execution.ForgetFact wait:
                Forget(ActorId.Parse(wait.Actor), wait.BookmarkId);
                break;
            case Workflows.Execution.PublishEvent publish:
                effects.Add(new DomainEvent(publish.EventName, publish.CorrelationId, publish.Payload, publish.EventId));
                break;
            case StartChild child:
                Start(child);
                break;
            case CancelChild child:
                Send(ChildActor(child.ChildInstanceId), new CancelPlan("parent-went-on"), "cancel:" + child.ChildInstanceId, child.ChildInstanceId);
                break;
            case HostCall { Kind: "mail" } call:
                effects.AddRange(PlanMail.From(call, self, plan.Scope));
                break;
            case HostCall { Kind: "http-request", BookmarkId: { } bookmark } call:
                effects.Add(new CallOut(call.CallId, (JsonObject)call.Payload.DeepClone(), bookmark));
                break;
            case HostCall { Kind: "invitation" } call:
                effects.Add(PlanMail.Invitation(call));
                break;
        }
    }

    private void Start(StartChild child)
    {
        var actor = ChildActor(child.ChildInstanceId);
        var inputs = new JsonObject(child.Inputs.Select(i => KeyValuePair.Create(i.Key, i.Value?.DeepClone())));
        var scope = inputs[PlanScope.Input] is JsonObject given ? PlanScope.Read(given) : plan.Scope;
        Send(actor, new StartPlan(child.DefinitionId, scope, inputs, Parent: self, Correlation: child.CorrelationId), Child + child.ChildInstanceId, child.ChildInstanceId);
        if (child.ReportsEnd)
        {
            Watch(actor, new FactWatch(Child + child.ChildInstanceId, "ended", Once: true), "await:" + child.ChildInstanceId, child.ChildInstanceId);
        }
    }

    private void Watch(ActorId target, FactWatch watch, string key, string about)
    {
        if (!watches.TryGetValue(target, out var list))
        {
            watches[target] = list = [];
            watched.Add(target);
        }

        list.Add((watch, key, about));
    }

    /// <summary>Ends of waits go with the first command to the actor, beginnings with the last; without a command they are one of their own.</summary>
    private void Attach(List<DomainEffect> all, ActorId target, List<(FactWatch Watch, string Key, string About)> list)
    {
        var ended = list.Where(w => w.Watch.Fact is null).Select(w => w.Watch.Token).ToHashSet();
        var begun = list.Where(w => w.Watch.Fact is not null).Select(w => w.Watch.Token).ToHashSet();
        list = [.. list.Where(w => !(ended.Contains(w.Watch.Token) && begun.Contains(w.Watch.Token)))];
        if (list.Count == 0)
        {
            return;
        }

        var first = all.FindIndex(e => e is Tell tell && tell.Target == target);
        if (first < 0)
        {
            all.Add(Telling(target, new WatchFacts(self, [.. list.Select(w => w.Watch)]), list[0].Key, list[0].About));
            return;
        }

        With(all, first, list.Where(w => w.Watch.Fact is null));
        With(all, all.FindLastIndex(e => e is Tell tell && tell.Target == target), list.Where(w => w.Watch.Fact is not null));
    }

    private static void With(List<DomainEffect> all, int index, IEnumerable<(FactWatch Watch, string Key, string About)> list)
    {
        var tell = (Tell)all[index];
        all[index] = tell with { Watches = [.. tell.Watches, .. list.Select(w => w.Watch)] };
    }

    private void Send(ActorId target, Command command, string key, string about) => effects.Add(Telling(target, command, key, about));

    private Tell Telling(ActorId target, Command command, string key, string about) =>
        new(target, command, key) { Cause = new Cause(self, plan.Definition, plan.Version, PlanIds.ActivityInstance(about) ?? "") };

    private static Instant Due(StartTimer timer) => timer.DueInstant ?? timer.DueLocal!.Value
        .InZoneLeniently((timer.Zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(timer.Zone)) ?? DateTimeZone.Utc).ToInstant();
}
