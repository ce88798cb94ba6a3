using System.Runtime.CompilerServices;
using Dapper;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>The tables <c>journal</c> and <c>audit</c>. How changes are followed differs by database.</summary>
public sealed class SqlJournal(ISqlDatabase database, Func<string?, int, CancellationToken, Task<ChangePage>> changes) : IJournalReader
{
    private const int Page = 1000;

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadStreamAsync(string stream, long fromVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var from = fromVersion;
            var rows = (await database.ReadAsync(
                c => c.QueryAsync<SqlEntryRow>(new CommandDefinition(
                    $"select {SqlEntryRow.Columns} from journal where stream = @stream and version >= @from order by version limit {Page}", new { stream, from }, cancellationToken: cancellationToken)),
                cancellationToken).ConfigureAwait(false)).ToList();
            foreach (var row in rows)
            {
                yield return row.ToEntry();
            }

            if (rows.Count < Page)
            {
                yield break;
            }

            fromVersion = rows[^1].Version + 1;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> StreamsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var from = after;
            var page = (await database.ReadAsync(
                c => c.QueryAsync<string>(new CommandDefinition(
                    $"select distinct stream from journal where stream > @from order by stream limit {Page}", new { from }, cancellationToken: cancellationToken)),
                cancellationToken).ConfigureAwait(false)).ToList();
            foreach (var stream in page)
            {
                yield return stream;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1];
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredAuditFact>> AuditAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        var conditions = new List<string>();
        var values = new DynamicParameters();
        Where("stream = @stream", "stream", query.Stream);
        Where("by_whom = @by", "by", query.By);
        Where("kind = @kind", "kind", query.Kind is { } kind ? ViewFilter.Kind(kind) : null);
        Where("study = @study", "study", query.Study);
        Where("at >= @from", "from", query.From is { } from ? StoreTime.Format(from) : null);
        Where("at < @to", "to", query.To is { } to ? StoreTime.Format(to) : null);
        if (query.Before is not null)
        {
            var before = AuditPosition.Parse(query.Before);
            conditions.Add("(at, stream, version) < (@beforeAt, @beforeStream, @beforeVersion)");
            values.Add("beforeAt", before.At);
            values.Add("beforeStream", before.Stream);
            values.Add("beforeVersion", before.Version);
        }

        var where = conditions.Count == 0 ? "" : $" where {string.Join(" and ", conditions)}";
        var sql = $"select {SqlAuditRow.Columns} from audit{where} order by at desc, stream desc, version desc limit {Math.Clamp(query.Limit, 1, 5000)}";
        var rows = await database.ReadAsync(c => c.QueryAsync<SqlAuditRow>(new CommandDefinition(sql, values, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(r => new StoredAuditFact(r.Stream, r.ToFact()))];

        void Where(string condition, string name, string? value)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                values.Add(name, value);
            }
        }
    }

    /// <inheritdoc/>
    public Task<ChangePage> ChangesAsync(string? after, int limit, CancellationToken cancellationToken) => changes(after, limit, cancellationToken);
}
