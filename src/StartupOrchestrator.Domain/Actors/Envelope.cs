using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors.Facts;

namespace StartupOrchestrator.Domain.Actors;

/// <summary>A command on its way to one actor.</summary>
/// <param name="CommandId">
/// Unique per actor for as long as its journal is kept: the same id gives the same answer and takes effect once;
/// the same id with another body is refused.
/// </param>
/// <param name="Target">The actor that decides.</param>
/// <param name="Command">What is asked.</param>
/// <param name="Origin">Who, for whom, why.</param>
public sealed record Envelope(string CommandId, ActorId Target, Command Command, Origin Origin)
{
    /// <summary>Personal values that the command refers to; committed with its events or not at all.</summary>
    public ImmutableArray<SealedValue> Personal { get; init; } = [];

    /// <summary>When set, the command is decided only on this version of the actor (If-Match); else it is refused as changed.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Waits of the sender for facts of the target that begin or end with the command.</summary>
    public ImmutableArray<FactWatch> Watches { get; init; } = [];
}
