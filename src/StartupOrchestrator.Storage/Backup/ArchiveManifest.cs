namespace StartupOrchestrator.Storage.Backup;

/// <summary>What the archive of a study says about itself.</summary>
/// <param name="Format">Version of the format.</param>
/// <param name="Study">Key of the study.</param>
/// <param name="Taken">When (UTC).</param>
/// <param name="Heads">Last version and hash of each record's chain.</param>
/// <param name="Files">Files that records name.</param>
/// <param name="Entries">SHA-256 (hex) of the content of each entry.</param>
public sealed record ArchiveManifest(
    int Format, string Study, DateTimeOffset Taken, IReadOnlyDictionary<string, ArchiveHead> Heads, IReadOnlyList<string> Files, IReadOnlyDictionary<string, string> Entries);

/// <summary>Where a chain ends.</summary>
public sealed record ArchiveHead(long Version, string Hash);
