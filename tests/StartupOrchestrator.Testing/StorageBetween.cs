using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Testing;

/// <summary>Stands between a runtime and its database and hands everything on; a test overrides what shall go wrong.</summary>
public abstract class StorageBetween(IStorage inner) : IStorage, IStepStore
{
    public IStepStore Steps => this;

    public IDeliveryStore Deliveries => inner.Deliveries;

    public IJournalReader Journal => inner.Journal;

    public IViewQueries Views => inner.Views;

    public IPersonalValues Personal => inner.Personal;

    public IBlobStore Blobs => inner.Blobs;

    public IRecordKeeping Records => inner.Records;

    public StoreTraits Traits => inner.Traits;

    public DatabaseNature Nature => inner.Nature;

    public Task WaitForChangeAsync(TimeSpan atMost, CancellationToken cancellationToken) => inner.WaitForChangeAsync(atMost, cancellationToken);

    public virtual Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken) => inner.Steps.CommitAsync(steps, cancellationToken);

    public virtual Task<CommitOutcome?> CommitLockedAsync(string stream, Func<StoredState?, Task<StepCommit?>> decide, CancellationToken cancellationToken) =>
        inner.Steps.CommitLockedAsync(stream, decide, cancellationToken);

    public virtual Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken) => inner.Steps.LoadAsync(stream, cancellationToken);

    public virtual Task<StoredAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken cancellationToken) => inner.Steps.FindAnswerAsync(stream, commandId, cancellationToken);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return inner.DisposeAsync();
    }
}
