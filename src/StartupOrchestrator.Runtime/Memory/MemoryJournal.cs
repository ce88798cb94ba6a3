using System.Globalization;
using System.Runtime.CompilerServices;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

internal sealed class MemoryJournal(MemoryTables tables) : IJournalReader
{
    public async IAsyncEnumerable<JournalEntry> ReadStreamAsync(string stream, long fromVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        JournalEntry[] entries;
        lock (tables.Sync)
        {
            entries = tables.Journal.TryGetValue(stream, out var list) ? [.. list.Where(e => e.Version >= fromVersion)] : [];
        }

        foreach (var entry in entries)
        {
            yield return entry;
        }
    }

    public async IAsyncEnumerable<string> StreamsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        string[] streams;
        lock (tables.Sync)
        {
            streams = [.. tables.Journal.Keys.Order(StringComparer.Ordinal)];
        }

        foreach (var stream in streams)
        {
            yield return stream;
        }
    }

    public Task<IReadOnlyList<StoredAuditFact>> AuditAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            var found = tables.Audit
                .Where(a => query.Stream is null || a.Stream == query.Stream)
                .Where(a => query.By is null || a.Fact.By == query.By)
                .Where(a => query.Kind is null || a.Kind == query.Kind)
                .Where(a => query.Study is null || a.Study == query.Study)
                .Where(a => query.From is null || a.Fact.At >= query.From)
                .Where(a => query.To is null || a.Fact.At < query.To)
                .OrderByDescending(a => a.Fact.At).ThenByDescending(a => a.Stream, StringComparer.Ordinal).ThenByDescending(a => a.Fact.Version)
                .Select(a => new StoredAuditFact(a.Stream, a.Fact))
                .SkipWhile(a => query.Before is not null && AuditPosition.Of(a).OrderTo(AuditPosition.Parse(query.Before)) >= 0);
            return Task.FromResult<IReadOnlyList<StoredAuditFact>>([.. found.Take(query.Limit)]);
        }
    }

    public Task<ChangePage> ChangesAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            var from = after is null ? tables.Changes.Count : int.Parse(after, CultureInfo.InvariantCulture);
            var page = tables.Changes.Skip(from).Take(limit).ToList();
            return Task.FromResult(new ChangePage(page, (from + page.Count).ToString(CultureInfo.InvariantCulture)));
        }
    }
}
