namespace StartupOrchestrator.Storage.Backup;

/// <summary>What a backup says about itself; the last entry of the file, so that a file that was cut off has none.</summary>
/// <param name="Format">Version of the format.</param>
/// <param name="Taken">When the snapshot was taken (UTC).</param>
/// <param name="Nature">What the database was born as.</param>
/// <param name="Epoch">Counts restores.</param>
/// <param name="Tables">Rows by table.</param>
/// <param name="Files">Number of files.</param>
/// <param name="Entries">SHA-256 (hex) of the content of each entry.</param>
public sealed record BackupManifest(
    int Format, DateTimeOffset Taken, string Nature, long Epoch, IReadOnlyDictionary<string, long> Tables, long Files, IReadOnlyDictionary<string, string> Entries)
{
    /// <summary>Name of its entry.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>The format that this release writes and reads.</summary>
    public const int Present = 1;
}

/// <summary>The backup cannot be used; the message says why and what to do.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
