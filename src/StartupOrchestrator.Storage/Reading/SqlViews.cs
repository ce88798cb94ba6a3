using Dapper;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Runtime.Storage.Views;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>Lists over the table <c>views</c>.</summary>
public sealed class SqlViews(ISqlDatabase database) : IViewQueries
{
    /// <inheritdoc/>
    public async Task<ViewPage> QueryAsync(ViewQuery query, CancellationToken cancellationToken)
    {
        var filter = new ViewFilter(database.Dialect, query);
        var limit = Math.Clamp(query.Limit, 1, 5000);
        var sql = filter.Page(limit + 1);
        var rows = await database.ReadAsync(c => c.QueryAsync<SqlViewRow>(new CommandDefinition(sql, filter.Parameters, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        var found = rows.Select(r => r.ToView()).ToList();
        if (found.Count <= limit)
        {
            return new ViewPage(found, null);
        }

        var last = found[limit - 1];
        return new ViewPage(found[..limit], new ViewCursor(ViewColumns.Value(last.Row, query.Sort.TrimStart('-')), last.Id.ToString()).Encode());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, long>> CountByAsync(ViewQuery query, string column, CancellationToken cancellationToken)
    {
        var filter = new ViewFilter(database.Dialect, query);
        var sql = filter.CountBy(column);
        var rows = await database.ReadAsync(c => c.QueryAsync<(string Value, long Number)>(new CommandDefinition(sql, filter.Parameters, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(r => r.Value, r => r.Number);
    }

    /// <inheritdoc/>
    public async Task<StoredView?> FindAsync(ActorId id, ViewScope scope, CancellationToken cancellationToken)
    {
        var filter = new ViewFilter(database.Dialect, new ViewQuery(id.Kind, scope));
        var sql = filter.One(id.ToString());
        var row = await database.ReadAsync(c => c.QueryFirstOrDefaultAsync<SqlViewRow>(new CommandDefinition(sql, filter.Parameters, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return row?.ToView();
    }
}
