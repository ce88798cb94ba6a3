using System.Globalization;
using Dapper;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>Follows the journal by position: with one writer, positions become visible in order.</summary>
internal sealed class SqliteChanges(SqliteDatabase database)
{
    public Task<ChangePage> ReadAsync(string? after, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        async c =>
        {
            var newest = await c.ExecuteScalarAsync<long?>("select max(pos) from journal").ConfigureAwait(false) ?? 0;
            var from = after is null ? newest : long.Parse(after, CultureInfo.InvariantCulture);

            // A restored backup can be behind a reader: it starts again at the present.
            from = Math.Min(from, newest);
            var rows = (await c.QueryAsync<(long Pos, string Stream, long Version)>(
                $"select pos, stream, version from journal where pos > @from order by pos limit {limit}", new { from }).ConfigureAwait(false)).ToList();
            var changes = rows.GroupBy(r => r.Stream).Select(g => g.Last()).OrderBy(r => r.Pos).Select(r => new StreamChange(r.Stream, r.Version));
            return new ChangePage([.. changes], (rows.Count == 0 ? from : rows[^1].Pos).ToString(CultureInfo.InvariantCulture));
        },
        cancellationToken);
}
