using StartupOrchestrator.Domain.Actors.Facts;

namespace StartupOrchestrator.Domain.Actors;

/// <summary>
/// The rules of one kind of actor: pure functions over its state. The runtime hosts any of them alike; nothing here
/// may look at a clock, draw a number or wait.
/// </summary>
public interface IActorType
{
    /// <summary>The kind that these rules are of.</summary>
    ActorKind Kind { get; }

    /// <summary>CLR type of the state: an immutable record that System.Text.Json can write and read.</summary>
    Type StateType { get; }

    /// <summary>The state before the first event.</summary>
    object Empty { get; }

    /// <summary>The state after an event. Never refuses, never throws on an event that was once recorded.</summary>
    object Apply(object state, Event e);

    /// <summary>What the command leads to.</summary>
    Decision Decide(object state, Command command, DecisionContext context);

    /// <summary>Other actors whose state the decision needs (gates, approvals); the commit checks that they did not change.</summary>
    IEnumerable<ActorId> EvidenceFor(object state, Command command);

    /// <summary>What is true of the actor now and may be waited for.</summary>
    IEnumerable<Fact> Facts(object state);

    /// <summary>Names that only one actor may hold at a time, for example <c>account:…</c>; a second holder is refused.</summary>
    IEnumerable<string> Claims(object state);

    /// <summary>The actor's row for lists; null while it does not exist.</summary>
    ViewRow? View(ActorId id, object state);

    /// <summary>Whether this kind wants to hear, by <see cref="TellRefused"/>, that a command it sent was refused.</summary>
    bool HearsRefusals => false;
}

/// <summary>Typed base of an actor's rules.</summary>
/// <typeparam name="TState">The state: an immutable record.</typeparam>
public abstract class ActorType<TState> : IActorType
    where TState : class
{
    /// <inheritdoc/>
    public abstract ActorKind Kind { get; }

    /// <summary>The state before the first event.</summary>
    public abstract TState Empty { get; }

    /// <inheritdoc cref="IActorType.Apply"/>
    public abstract TState Apply(TState state, Event e);

    /// <inheritdoc cref="IActorType.Decide"/>
    public abstract Decision Decide(TState state, Command command, DecisionContext context);

    /// <inheritdoc cref="IActorType.EvidenceFor"/>
    public virtual IEnumerable<ActorId> EvidenceFor(TState state, Command command) => [];

    /// <inheritdoc cref="IActorType.Facts"/>
    public virtual IEnumerable<Fact> Facts(TState state) => [];

    /// <inheritdoc cref="IActorType.Claims"/>
    public virtual IEnumerable<string> Claims(TState state) => [];

    /// <inheritdoc cref="IActorType.View"/>
    public abstract ViewRow? View(ActorId id, TState state);

    /// <inheritdoc cref="IActorType.HearsRefusals"/>
    public virtual bool HearsRefusals => false;

    Type IActorType.StateType => typeof(TState);

    object IActorType.Empty => Empty;

    object IActorType.Apply(object state, Event e) => Apply((TState)state, e);

    Decision IActorType.Decide(object state, Command command, DecisionContext context) => Decide((TState)state, command, context);

    IEnumerable<ActorId> IActorType.EvidenceFor(object state, Command command) => EvidenceFor((TState)state, command);

    IEnumerable<Fact> IActorType.Facts(object state) => Facts((TState)state);

    IEnumerable<string> IActorType.Claims(object state) => Claims((TState)state);

    ViewRow? IActorType.View(ActorId id, object state) => View(id, (TState)state);
}
