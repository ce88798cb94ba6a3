namespace StartupOrchestrator.Storage.Backup;

/// <summary>What a backup holds of each table, in an order in which it can be read back. Both databases have these columns.</summary>
internal static class BackupTables
{
    /// <summary>Tables with their columns and the order of their rows.</summary>
    public static IReadOnlyList<BackupTable> All { get; } =
    [
        new("state", ["stream", "version", "head", "doc"], "stream"),
        new("journal", ["stream", "version", "type", "type_version", "business_time", "recorded_at", "by_whom", "command_id", "cause", "data", "previous_hash", "hash"], "pos"),
        new("commands", ["stream", "id", "body_hash", "answer", "version"], "stream, id"),
        new("audit", ["stream", "version", "kind", "study", "at", "by_whom", "on_behalf_of", "reason", "command", "cause", "changes"], "stream, version"),
        new(
            "views",
            ["stream", "version", "kind", "type", "status", "sponsor", "study", "country", "site", "code", "title", "owner", "due", "waiting_on", "waiting_since", "search", "doc"],
            "stream"),
        new("outbox", ["id", "source", "target", "seq", "payload", "due", "attempts", "error", "dead"], "pos"),
        new("timers", ["stream", "key", "generation", "due", "command"], "stream, key"),
        new("bookmarks", ["stream", "bookmark", "name", "correlation", "since"], "stream, bookmark"),
        new("events", ["id", "name", "correlation", "payload", "at"], "id"),
        new("personal", ["id", "hash", "nonce", "value", "subject"], "id"),
        new("claims", ["name", "stream"], "name"),
        new("holds", ["name", "since", "reason"], "name"),
    ];
}

/// <summary>A table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Texts and whole numbers.</param>
/// <param name="Order">Order of its rows.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<string> Columns, string Order);
