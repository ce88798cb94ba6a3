using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>Where the database lies and what it is taken for.</summary>
/// <param name="Directory">Data folder: database, files, lock. Made when missing.</param>
public sealed record SqliteOptions(string Directory)
{
    /// <summary>What the database must have been born as; null takes it as it is (production when new).</summary>
    public DatabaseNature? Nature { get; init; }

    /// <summary>Where the owner can be reached; written beside the lock for the command line.</summary>
    public string? OwnerUrl { get; init; }
}
