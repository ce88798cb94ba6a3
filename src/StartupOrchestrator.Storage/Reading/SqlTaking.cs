using Dapper;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>
/// Takes rows that are due and keeps them from other processes until a lease ends. In one statement where processes share
/// the database: one that stands still between a select and its commit would hold the rows, and whoever commits to them.
/// </summary>
internal sealed class SqlTaking(ISqlDatabase database)
{
    /// <param name="select">Selects what is due at <c>@now</c>.</param>
    /// <param name="mark">Marks what was selected, as <c>taken</c>, until <c>@until</c>.</param>
    /// <param name="order">The order of the select.</param>
    /// <param name="markOne">Marks one row, where the database cannot do both at once.</param>
    /// <param name="now">Due until then.</param>
    /// <param name="lease">How long others leave them alone; zero marks nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<TRow>> TakeAsync<TRow>(
        string select, string mark, string order, (string Sql, Func<TRow, string, object> Of) markOne, Instant now, Duration lease, CancellationToken cancellationToken)
    {
        var (due, until) = (StoreTime.Format(now), StoreTime.Format(now + lease));
        if (lease <= Duration.Zero)
        {
            return database.ReadAsync<IReadOnlyList<TRow>>(async c => (await c.QueryAsync<TRow>(select, new { now = due }).ConfigureAwait(false)).AsList(), cancellationToken);
        }

        return database.Dialect.Take is { } take
            ? database.ChangeAsync<IReadOnlyList<TRow>>(
                async (c, t) => (await c.QueryAsync<TRow>(take(select, mark, order), new { now = due, until }, t).ConfigureAwait(false)).AsList(), cancellationToken)
            : database.WriteAsync<IReadOnlyList<TRow>>(
                async t =>
                {
                    var rows = (await t.Connection!.QueryAsync<TRow>(select, new { now = due }, t).ConfigureAwait(false)).AsList();
                    await t.Connection!.ExecuteAsync(markOne.Sql, rows.Select(r => markOne.Of(r, until)), t).ConfigureAwait(false);
                    return rows;
                },
                cancellationToken);
    }
}
