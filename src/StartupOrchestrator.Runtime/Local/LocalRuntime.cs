using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>
/// Hosts actors in this process. Any number of processes may share one database: each actor's version decides who was
/// first, and memory here is only a cache.
/// </summary>
public sealed class LocalRuntime : IActorHost, IAsyncDisposable
{
    private readonly ActorCells cells;
    private readonly GroupCommitter committer;
    private readonly ActorShells shells;
    private readonly IStorage storage;
    private readonly TurnParts parts;

    /// <summary>Hosts the actor types over a database.</summary>
    public LocalRuntime(ActorShells shells, IStorage storage, TimeProvider time, RuntimeOptions options)
    {
        this.shells = shells;
        this.storage = storage;
        cells = new ActorCells(time, options);
        committer = new GroupCommitter(storage.Steps, storage.Traits, options);
        var evidence = new EvidenceLoader(shells, storage.Steps, cells.Peek);
        var handOver = options.Background ? options.HandOver : NodaTime.Duration.Zero;
        parts = new TurnParts(
            shells, new Decider(shells, evidence, handOver), storage.Steps, storage.Deliveries, committer, time, (cell, step) => Committed?.Invoke(cell, step));
    }

    /// <summary>Told after each commit of this process.</summary>
    internal event Action<ActorCell, StepCommit>? Committed;

    /// <summary>Actors in memory.</summary>
    public int ActorsInMemory => cells.Count;

    /// <inheritdoc/>
    public Task<CommandResult> SendAsync(Envelope envelope, CancellationToken cancellationToken) => DeliverAsync(new Delivery(envelope), cancellationToken);

    /// <inheritdoc/>
    public async Task<ActorSnapshot?> ReadAsync(ActorId id, CancellationToken cancellationToken)
    {
        var stored = await storage.Steps.LoadAsync(id.ToString(), cancellationToken).ConfigureAwait(false);
        if (stored is null)
        {
            return null;
        }

        var state = shells[id.Kind].Read(stored.State);
        return state.Exists ? new ActorSnapshot(id, stored.Version, state.Inner) : null;
    }

    /// <inheritdoc/>
    public async Task<CommandResult> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        using var trace = RuntimeTelemetry.Step(delivery.Envelope);
        var cell = cells.Rent(delivery.Envelope.Target);
        try
        {
            await cell.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await new Turn(parts, cell, delivery).RunAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                cell.Gate.Release();
            }
        }
        finally
        {
            cells.Return(cell);
        }
    }

    /// <summary>Lets one actor leave memory unless it is being used: another host owns it now, or nobody needs it.</summary>
    public void Evict(ActorId id) => cells.Evict(id);

    /// <summary>Lets idle actors leave memory.</summary>
    public void EvictIdle() => cells.Sweep();

    /// <summary>Commits what is queued and stops.</summary>
    public ValueTask DisposeAsync() => committer.DisposeAsync();
}
