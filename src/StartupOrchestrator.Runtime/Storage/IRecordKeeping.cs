using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Runtime.Storage;

/// <summary>What verification and rebuilding read and write besides the journal.</summary>
public interface IRecordKeeping
{
    /// <summary>All state documents, by stream.</summary>
    IAsyncEnumerable<StreamState> StatesAsync(CancellationToken cancellationToken);

    /// <summary>The row for lists of a stream as stored.</summary>
    Task<StoredView?> ViewAsync(string stream, CancellationToken cancellationToken);

    /// <summary>All audit facts of a stream, by version.</summary>
    Task<IReadOnlyList<AuditFact>> AuditAsync(string stream, CancellationToken cancellationToken);

    /// <summary>Replaces state document and row for lists of a stream by what its journal says. Only while no server runs.</summary>
    Task ReplaceAsync(string stream, StoredState state, ViewRow? view, CancellationToken cancellationToken);
}

/// <summary>A state document with its stream.</summary>
public sealed record StreamState(string Stream, StoredState State);
