namespace StartupOrchestrator.Runtime.Storage;

/// <summary>
/// Secrets of the installation that all its processes share: keys of sessions, links and seals. A database that belongs
/// to one process has none; its secrets are files in the data folder.
/// </summary>
public interface ISharedSecrets
{
    /// <summary>Keeps a value under a name unless there is one, and returns the one that is kept: of two who offer, one wins.</summary>
    Task<byte[]> KeepAsync(string name, byte[] offered, CancellationToken cancellationToken);

    /// <summary>All values whose names begin so, by name.</summary>
    Task<IReadOnlyList<byte[]>> ListAsync(string prefix, CancellationToken cancellationToken);
}
