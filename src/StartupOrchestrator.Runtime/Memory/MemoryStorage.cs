using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

/// <summary>A database that lives as long as its process: for tests and dry runs.</summary>
public sealed class MemoryStorage : IStorage
{
    private readonly MemoryTables tables = new();
    private readonly ChangeSignal changes;

    /// <summary>An empty database.</summary>
    public MemoryStorage(DatabaseNature nature = DatabaseNature.Rehearsal, TimeProvider? time = null)
    {
        Nature = nature;
        changes = new ChangeSignal(time ?? TimeProvider.System);
        Steps = new MemorySteps(tables, changes);
        Deliveries = new MemoryDeliveries(tables);
        Journal = new MemoryJournal(tables);
        Views = new MemoryViews(tables);
        Personal = new MemoryPersonal(tables);
        Blobs = new MemoryBlobs(tables);
        Records = new MemoryRecords(tables);
    }

    /// <inheritdoc/>
    public IStepStore Steps { get; }

    /// <inheritdoc/>
    public IDeliveryStore Deliveries { get; }

    /// <inheritdoc/>
    public IJournalReader Journal { get; }

    /// <inheritdoc/>
    public IViewQueries Views { get; }

    /// <inheritdoc/>
    public IPersonalValues Personal { get; }

    /// <inheritdoc/>
    public IBlobStore Blobs { get; }

    /// <inheritdoc/>
    public IRecordKeeping Records { get; }

    /// <inheritdoc/>
    public StoreTraits Traits { get; } = new(Writers: 1, MaxSteps: 128);

    /// <inheritdoc/>
    public DatabaseNature Nature { get; }

    /// <inheritdoc/>
    public Task WaitForChangeAsync(TimeSpan atMost, CancellationToken cancellationToken) => changes.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
