using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>
/// The kernel's part of every actor: keeps who waits for which fact and tells them when it begins or ceases to hold.
/// Pure, like the actor types it wraps, so that the same journal always folds to the same document.
/// </summary>
public sealed class ActorShell
{
    private readonly ShellDocument document;

    /// <summary>Wraps the rules of one kind.</summary>
    public ActorShell(IActorType type, ContractCatalog catalog)
    {
        Type = type;
        Catalog = catalog;
        document = new ShellDocument(type, catalog);
    }

    /// <summary>The wrapped rules.</summary>
    public IActorType Type { get; }

    /// <summary>Names of commands and events.</summary>
    public ContractCatalog Catalog { get; }

    /// <summary>Before the first event.</summary>
    public ShellState Empty => new(Type.Empty, 0, []);

    /// <summary>Reads a state document.</summary>
    public ShellState Read(string text) => document.Read(text);

    /// <summary>Writes a state document; equal states give equal texts.</summary>
    public string Write(ShellState state) => document.Write(state);

    /// <summary>The state after the event that has this version.</summary>
    public ShellState Apply(ShellState state, Event e, long version) => e switch
    {
        SubscriberKept kept => state with { Subscribers = state.Subscribers.Add(new Subscriber(kept.Fact, kept.Subscriber, kept.Token, kept.Once)) },
        SubscriberLetGo gone => state with { Subscribers = state.Subscribers.RemoveAll(s => s.Actor == gone.Subscriber && s.Token == gone.Token) },
        Noted => state,
        _ => state with { Inner = Type.Apply(state.Inner, e), InnerVersion = version },
    };

    /// <summary>Decides a command on a version of the actor.</summary>
    /// <param name="state">The state.</param>
    /// <param name="version">Its version.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who asks, when, and what was looked at.</param>
    /// <param name="watches">Waits of the sender that begin or end with the command; a refused command leaves them as they were.</param>
    public ShellDecision Decide(ShellState state, long version, Command command, DecisionContext context, ImmutableArray<FactWatch> watches = default)
    {
        var decision = command switch
        {
            AwaitFact await => Watch(state, await.Subscriber, [new FactWatch(await.Token, await.Fact)], context.Self),
            ForgetFact forget => Watch(state, forget.Subscriber, [new FactWatch(forget.Token)], context.Self),
            WatchFacts watch => Watch(state, watch.Subscriber, watch.Watches, context.Self),
            _ => Type.Decide(state.Inner, command, context),
        };
        return decision switch
        {
            Decision.Refused refused => new ShellDecision.Refused(refused.Refusal),
            Decision.Accepted accepted => Settle(state, version, command, accepted, context, watches.IsDefault ? [] : watches),
            _ => throw new InvalidOperationException($"{Type.GetType().Name} returned no decision for {command.GetType().Name}."),
        };
    }

    private ShellDecision.Accepted Settle(
        ShellState state, long version, Command command, Decision.Accepted accepted, DecisionContext context, ImmutableArray<FactWatch> watches)
    {
        var events = ImmutableArray.CreateBuilder<Event>();
        var effects = ImmutableArray.CreateBuilder<Effect>();
        var after = state;
        void Record(Event e) => after = Apply(after, e, version + AddTo(events, e));

        // Who ends a wait in the same breath is not told what the command brings; who begins one is.
        var sender = context.Origin.Sender ?? context.Self;
        Watch(state, sender, watches.Where(w => w.Fact is null), context.Self).Events.ToList().ForEach(Record);
        var own = accepted.Events.IsDefaultOrEmpty && events.Count == 0 ? [new Noted(Catalog.Of(command).Name)] : accepted.Events;
        (own.IsDefault ? [] : own).ToList().ForEach(Record);
        effects.AddRange(accepted.Effects.IsDefault ? [] : accepted.Effects);
        foreach (var told in Changes(state, after, context.Self))
        {
            effects.Add(told.Tell);
            if (told.Subscriber.Once)
            {
                Record(new SubscriberLetGo(told.Subscriber.Actor, told.Subscriber.Token));
            }
        }

        var begun = Watch(after, sender, watches.Where(w => w.Fact is not null), context.Self);
        begun.Events.ToList().ForEach(Record);
        effects.AddRange(begun.Effects);
        return new ShellDecision.Accepted(events.ToImmutable(), effects.ToImmutable(), after, accepted.Answer);
    }

    private static int AddTo(ImmutableArray<Event>.Builder events, Event e)
    {
        events.Add(e);
        return events.Count;
    }

    private Decision.Accepted Watch(ShellState state, ActorId subscriber, IEnumerable<FactWatch> watches, ActorId self)
    {
        var decision = Decision.Accept();
        Dictionary<string, Fact>? facts = null;
        var kept = state.Subscribers;
        foreach (var (token, name, once) in watches)
        {
            if (name is null)
            {
                if (kept.Any(s => s.Actor == subscriber && s.Token == token))
                {
                    kept = kept.RemoveAll(s => s.Actor == subscriber && s.Token == token);
                    decision = decision with { Events = decision.Events.Add(new SubscriberLetGo(subscriber, token)) };
                }

                continue;
            }

            facts ??= ByName(state.Inner);
            var fact = AnyOf.Find(name, facts.GetValueOrDefault);
            if (fact is not null)
            {
                decision = decision.With(TellChange(subscriber, self, name, token, true, fact));
            }

            if ((fact is null || !once) && !kept.Any(s => s.Fact == name && s.Actor == subscriber && s.Token == token))
            {
                kept = kept.Add(new Subscriber(name, subscriber, token, once));
                decision = decision with { Events = decision.Events.Add(new SubscriberKept(name, subscriber, token, once)) };
            }
        }

        return decision;
    }

    private IEnumerable<Told> Changes(ShellState before, ShellState after, ActorId self)
    {
        if (before.Subscribers.IsEmpty || before.InnerVersion == after.InnerVersion)
        {
            yield break;
        }

        var held = ByName(before.Inner);
        var holds = ByName(after.Inner);
        foreach (var subscriber in after.Subscribers.Where(before.Subscribers.Contains))
        {
            var was = AnyOf.Find(subscriber.Fact, held.GetValueOrDefault);
            var now = AnyOf.Find(subscriber.Fact, holds.GetValueOrDefault);
            if (subscriber.Once && now is null)
            {
                continue;
            }

            if ((was is null) != (now is null) || !System.Text.Json.Nodes.JsonNode.DeepEquals(was?.Data, now?.Data))
            {
                yield return new Told(subscriber, TellChange(subscriber.Actor, self, subscriber.Fact, subscriber.Token, now is not null, now ?? was!));
            }
        }
    }

    private Dictionary<string, Fact> ByName(object inner) => Type.Facts(inner).DistinctBy(f => f.Name).ToDictionary(f => f.Name);

    private static Tell TellChange(ActorId to, ActorId self, string name, string token, bool holds, Fact fact) =>
        new(to, new FactChanged(self, name, token, holds, fact.Data?.DeepClone()), $"fact:{to}:{token}:{name}");

    /// <summary>A subscriber with what it is told.</summary>
    private sealed record Told(Subscriber Subscriber, Tell Tell);
}
