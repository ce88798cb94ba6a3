using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Actors.Facts;

/// <summary>
/// Something that is true of an actor now and that others may wait for, for example <c>done</c> of a task or
/// <c>milestone:SI-160</c> of a site. The names are part of the contract between actors and plans.
/// </summary>
/// <param name="Name">Stable name.</param>
/// <param name="Data">Details told to whoever waits: outcome, answers, date. No personal values.</param>
public sealed record Fact(string Name, JsonNode? Data = null);

/// <summary>
/// Asks any actor to tell when a fact holds: at once if it does, else as soon as it does; its retraction is told too.
/// Every actor understands it; the kernel answers it, actor types only list their facts.
/// </summary>
/// <param name="Fact">The fact's name.</param>
/// <param name="Subscriber">Who wants to know.</param>
/// <param name="Token">The subscriber's own name for this wait.</param>
[Contract("kernel.await-fact")]
public sealed record AwaitFact(string Fact, ActorId Subscriber, string Token) : Command;

/// <summary>Ends a wait that <see cref="AwaitFact"/> began.</summary>
[Contract("kernel.forget-fact")]
public sealed record ForgetFact(ActorId Subscriber, string Token) : Command;

/// <summary>
/// Several <see cref="AwaitFact"/> and <see cref="ForgetFact"/> to one actor at once: a plan that goes from one wait to the
/// next changes many of them, and each would be a commit of its own.
/// </summary>
/// <param name="Subscriber">Who wants to know, or no longer.</param>
/// <param name="Watches">In order.</param>
[Contract("kernel.watch-facts")]
public sealed record WatchFacts(ActorId Subscriber, ImmutableArray<FactWatch> Watches) : Command;

/// <summary>The beginning or end of one wait.</summary>
/// <param name="Token">The subscriber's own name for the wait.</param>
/// <param name="Fact">The fact's name, or several joined by <see cref="AnyOf.Separator"/>; null ends the wait.</param>
/// <param name="Once">The wait is over with the first telling: the owner lets the subscriber go in the same commit.</param>
public sealed record FactWatch(
    string Token, string? Fact = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Once = false);

/// <summary>Tells a subscriber that a fact began to hold, or ceased to.</summary>
[Contract("kernel.fact-changed")]
public sealed record FactChanged(ActorId Source, string Fact, string Token, bool Holds, JsonNode? Data) : Command;

/// <summary>Tells a plan that a named event arrived for one of its bookmarks.</summary>
[Contract("kernel.event-arrived")]
public sealed record EventArrived(string Bookmark, string Name, JsonNode? Payload) : Command;

/// <summary>A subscriber was kept.</summary>
[Contract("kernel.subscriber-kept")]
public sealed record SubscriberKept(
    string Fact, ActorId Subscriber, string Token, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Once = false) : Event;

/// <summary>A subscriber was let go.</summary>
[Contract("kernel.subscriber-let-go")]
public sealed record SubscriberLetGo(ActorId Subscriber, string Token) : Event;
