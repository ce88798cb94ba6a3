using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

/// <summary>The tables of a database in memory. Everything that touches them holds <see cref="Sync"/>.</summary>
internal sealed class MemoryTables
{
    public Lock Sync { get; } = new();

    public SortedDictionary<string, StoredState> States { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<JournalEntry>> Journal { get; } = [];

    public List<AuditRow> Audit { get; } = [];

    public Dictionary<string, List<AuditFact>> AuditByStream { get; } = [];

    public Dictionary<(string Stream, string Id), StoredAnswer> Commands { get; } = [];

    public MemoryOutbox Outbox { get; } = new();

    public MemoryTimers Timers { get; } = new();

    public Dictionary<(string Stream, string Bookmark), EventBookmark> Bookmarks { get; } = [];

    public Dictionary<string, PublishedEvent> Events { get; } = [];

    public Dictionary<string, SealedValue> Personal { get; } = [];

    public Dictionary<string, string> Claims { get; } = [];

    public Dictionary<ActorKind, Dictionary<string, StoredView>> Views { get; } = [];

    public List<StreamChange> Changes { get; } = [];

    public Dictionary<string, byte[]> Blobs { get; } = [];

    public StoredView? View(ActorId id) => Views.TryGetValue(id.Kind, out var rows) ? rows.GetValueOrDefault(id.Key) : null;

    public void Put(StoredView view)
    {
        if (!Views.TryGetValue(view.Id.Kind, out var rows))
        {
            Views[view.Id.Kind] = rows = [];
        }

        rows[view.Id.Key] = view;
    }
}

/// <summary>An audit fact with what it is filtered by.</summary>
internal sealed record AuditRow(string Stream, ActorKind Kind, string? Study, AuditFact Fact);
