using System.Globalization;
using Dapper;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>
/// Follows the journal by (transaction, position) below the horizon of running transactions: a later position can
/// become visible first, so a plain "greater than the last" would lose what a slow transaction wrote.
/// </summary>
internal sealed class PostgreSqlChanges(PostgreSqlDatabase database)
{
    public Task<ChangePage> ReadAsync(string? after, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        async c =>
        {
            var (epoch, horizon) = await c.QueryFirstAsync<(string Epoch, string Horizon)>(
                "select (select value from meta where name = 'epoch') as epoch, pg_snapshot_xmin(pg_current_snapshot())::text as horizon").ConfigureAwait(false);
            var position = Position.Parse(after) is { } given && given.Epoch == epoch ? given : new Position(epoch, horizon, -1);
            // Ordered by the column itself: "order by xid" would take the text of the list, where 1000 comes before 999.
            var rows = (await c.QueryAsync<(string Xid, long Pos, string Stream, long Version)>(
                $"""
                select xid::text, pos, stream, version from journal j
                where (xid, pos) > (@xid::xid8, @pos) and xid < pg_snapshot_xmin(pg_current_snapshot()) order by j.xid, j.pos limit {limit}
                """,
                new { xid = position.Xid, pos = position.Pos }).ConfigureAwait(false)).ToList();
            var changes = rows.Select((r, i) => (r, i)).GroupBy(r => r.r.Stream).Select(g => g.Last()).OrderBy(r => r.i).Select(r => new StreamChange(r.r.Stream, r.r.Version));
            var reached = rows.Count == 0 ? position : new Position(epoch, rows[^1].Xid, rows[^1].Pos);
            var behind = rows.Count < limit && await c.ExecuteScalarAsync<bool>(
                "select exists (select 1 from journal where xid >= pg_snapshot_xmin(pg_current_snapshot()) and (xid, pos) > (@xid::xid8, @pos))", new { xid = reached.Xid, pos = reached.Pos }).ConfigureAwait(false);
            return new ChangePage([.. changes], reached.ToString()) { Behind = behind };
        },
        cancellationToken);

    /// <param name="Epoch">Rises at each restore, which sets transaction numbers back.</param>
    /// <param name="Xid">Transaction.</param>
    /// <param name="Pos">Position.</param>
    private sealed record Position(string Epoch, string Xid, long Pos)
    {
        public static Position? Parse(string? text) =>
            text?.Split(':') is [var epoch, var xid, var pos] && ulong.TryParse(xid, out _) && long.TryParse(pos, CultureInfo.InvariantCulture, out var number) ? new Position(epoch, xid, number) : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}:{Xid}:{Pos}");
    }
}
