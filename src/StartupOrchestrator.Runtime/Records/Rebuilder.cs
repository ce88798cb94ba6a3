using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Records;

/// <summary>Writes state documents and rows for lists anew from the journal. Run it while no server does.</summary>
/// <param name="storage">The database.</param>
/// <param name="shells">Rules of all kinds.</param>
public sealed class Rebuilder(IStorage storage, ActorShells shells)
{
    /// <summary>Rebuilds every stream whose chain holds; leaves the others as they are and names them.</summary>
    public async Task<RebuildReport> RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var faults = new List<RecordFault>();
        long rebuilt = 0;
        await foreach (var stream in storage.Journal.StreamsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await RebuildAsync(stream, cancellationToken).ConfigureAwait(false) is { } fault)
            {
                faults.Add(fault);
            }
            else
            {
                rebuilt++;
                progress?.Report(rebuilt);
            }
        }

        return new RebuildReport(rebuilt, faults);
    }

    private async Task<RecordFault?> RebuildAsync(string stream, CancellationToken cancellationToken)
    {
        var fold = new StreamFold(shells, stream);
        await foreach (var entry in storage.Journal.ReadStreamAsync(stream, 1, cancellationToken).ConfigureAwait(false))
        {
            if (fold.Take(entry) is { } fault)
            {
                return fault;
            }
        }

        await storage.Records.ReplaceAsync(stream, new StoredState(fold.Version, fold.Shell.Write(fold.State), fold.Head), fold.View, cancellationToken).ConfigureAwait(false);
        return null;
    }
}

/// <summary>What a rebuild did.</summary>
/// <param name="Rebuilt">Streams written anew.</param>
/// <param name="Faults">Streams left alone because their chain does not hold.</param>
public sealed record RebuildReport(long Rebuilt, IReadOnlyList<RecordFault> Faults);
