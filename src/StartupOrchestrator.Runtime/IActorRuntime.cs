using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Hosting;

namespace StartupOrchestrator.Runtime;

/// <summary>
/// The door to all actors. In one process, in several over one database, or in a cluster: what is promised is the same.
/// An answer is given only after the commit; a lost connection is an unknown outcome, and sending the same envelope
/// again is always right.
/// </summary>
public interface IActorRuntime
{
    /// <summary>Lets the target decide and commits what follows.</summary>
    /// <exception cref="RuntimeBusyException">The queue is full or the database is away; nothing was decided. Try again.</exception>
    /// <exception cref="OutcomeUnknownException">The commit may or may not have happened. Send the same envelope again.</exception>
    Task<CommandResult> SendAsync(Envelope envelope, CancellationToken cancellationToken);

    /// <summary>The committed state; null when the actor does not exist.</summary>
    Task<ActorSnapshot?> ReadAsync(ActorId id, CancellationToken cancellationToken);
}

/// <summary>
/// The door as relays use it: a command that came by an outbox row or a timer, which the same commit removes. Whoever
/// hosts actors (this process, a cluster) implements it; the promises are those of <see cref="IActorRuntime"/>.
/// </summary>
public interface IActorHost : IActorRuntime
{
    /// <summary>As <see cref="IActorRuntime.SendAsync"/>, with the way the command came.</summary>
    /// <exception cref="RuntimeBusyException">Nothing was decided. Try again.</exception>
    /// <exception cref="OutcomeUnknownException">Send the same delivery again.</exception>
    Task<CommandResult> DeliverAsync(Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>What became of a command.</summary>
/// <param name="Version">The actor's version after it.</param>
public abstract record CommandResult(long Version)
{
    /// <summary>It took effect, now or when it came the first time.</summary>
    public sealed record Done(long Version, System.Text.Json.Nodes.JsonNode? Answer, bool Repeated) : CommandResult(Version);

    /// <summary>It had no effect.</summary>
    public sealed record Refused(long Version, Refusal Refusal) : CommandResult(Version);
}

/// <summary>An actor as committed.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">Number of its journal entries; the ETag.</param>
/// <param name="State">State object of its actor type.</param>
public sealed record ActorSnapshot(ActorId Id, long Version, object State);

/// <summary>No capacity now; nothing was decided. Maps to 503 with Retry-After.</summary>
public sealed class RuntimeBusyException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Whether the command took effect is not known; the same envelope may and should be sent again.</summary>
public sealed class OutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);
