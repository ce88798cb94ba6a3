using NodaTime;

namespace StartupOrchestrator.Runtime.Composition;

/// <summary>How one process hosts actors. The defaults suit a server.</summary>
public sealed record RuntimeOptions
{
    /// <summary>Whether messages and timers are delivered in the background; false leaves all of it to a <see cref="Driving.RuntimeDriver"/>.</summary>
    public bool Background { get; init; } = true;

    /// <summary>Whether this process looks for waiting messages and timers by itself; in a cluster their owner does, wherever it lives.</summary>
    public bool Sweep { get; init; } = true;

    /// <summary>Steps that may wait for a writer; more are refused as busy.</summary>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>Characters written by one commit at most.</summary>
    public int MaxBatchSize { get; init; } = 1_000_000;

    /// <summary>Actors kept in memory at most.</summary>
    public int MaxActors { get; init; } = 50_000;

    /// <summary>An actor that was not used for so long leaves memory.</summary>
    public Duration IdleAfter { get; init; } = Duration.FromMinutes(10);

    /// <summary>How long a message is left to the hand-over in process before it is swept.</summary>
    public Duration HandOver { get; init; } = Duration.FromSeconds(5);

    /// <summary>How long taken messages and timers are kept from other processes: what a killed process had taken waits so long.</summary>
    public Duration Lease { get; init; } = Duration.FromSeconds(10);

    /// <summary>Messages and timers delivered at the same time.</summary>
    public int Parallelism { get; init; } = 32;

    /// <summary>After so many failed attempts a message is undeliverable.</summary>
    public int MaxAttempts { get; init; } = 12;

    /// <summary>How often the database is looked at for what nobody announced.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);
}
