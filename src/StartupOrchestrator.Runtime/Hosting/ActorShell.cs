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
        SubscriberKept kept => state with { Subscribers = state.Subscribers.Add(new Subscriber(kept.Fact, kept.Subscriber, kept.Token)) },
        SubscriberLetGo gone => state with { Subscribers = state.Subscribers.RemoveAll(s => s.Actor == gone.Subscriber && s.Token == gone.Token) },
        Noted => state,
        _ => state with { Inner = Type.Apply(state.Inner, e), InnerVersion = version },
    };

    /// <summary>Decides a command on a version of the actor.</summary>
    public ShellDecision Decide(ShellState state, long version, Command command, DecisionContext context)
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
            Decision.Accepted accepted => Settle(state, version, command, accepted, context.Self),
            _ => throw new InvalidOperationException($"{Type.GetType().Name} returned no decision for {command.GetType().Name}."),
        };
    }

    private ShellDecision.Accepted Settle(ShellState state, long version, Command command, Decision.Accepted accepted, ActorId self)
    {
        var events = accepted.Events.IsDefaultOrEmpty ? [new Noted(Catalog.Of(command).Name)] : accepted.Events;
        var after = state;
        foreach (var e in events)
        {
            after = Apply(after, e, ++version);
        }

        var effects = accepted.Effects.IsDefault ? [] : accepted.Effects;
        return new ShellDecision.Accepted(events, [.. effects, .. Changes(state, after, self)], after, accepted.Answer);
    }

    private Decision.Accepted Watch(ShellState state, ActorId subscriber, ImmutableArray<FactWatch> watches, ActorId self)
    {
        var decision = Decision.Accept();
        Dictionary<string, Fact>? facts = null;
        var kept = state.Subscribers;
        foreach (var (token, name) in watches)
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

            if (!kept.Contains(new Subscriber(name, subscriber, token)))
            {
                kept = kept.Add(new Subscriber(name, subscriber, token));
                decision = decision with { Events = decision.Events.Add(new SubscriberKept(name, subscriber, token)) };
            }

            if ((facts ??= ByName(state.Inner)).GetValueOrDefault(name) is { } fact)
            {
                decision = decision.With(TellChange(subscriber, self, fact.Name, token, true, fact));
            }
        }

        return decision;
    }

    private IEnumerable<Effect> Changes(ShellState before, ShellState after, ActorId self)
    {
        if (before.Subscribers.IsEmpty || before.InnerVersion == after.InnerVersion)
        {
            yield break;
        }

        var held = ByName(before.Inner);
        var holds = ByName(after.Inner);
        foreach (var subscriber in after.Subscribers.Where(before.Subscribers.Contains))
        {
            var was = held.GetValueOrDefault(subscriber.Fact);
            var now = holds.GetValueOrDefault(subscriber.Fact);
            if ((was is null) != (now is null) || !System.Text.Json.Nodes.JsonNode.DeepEquals(was?.Data, now?.Data))
            {
                yield return TellChange(subscriber.Actor, self, subscriber.Fact, subscriber.Token, now is not null, now ?? was!);
            }
        }
    }

    private Dictionary<string, Fact> ByName(object inner) => Type.Facts(inner).DistinctBy(f => f.Name).ToDictionary(f => f.Name);

    private static Tell TellChange(ActorId to, ActorId self, string name, string token, bool holds, Fact fact) =>
        new(to, new FactChanged(self, name, token, holds, fact.Data?.DeepClone()), $"fact:{to}:{token}:{name}");
}
