using System.Runtime.CompilerServices;
using Dapper;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>What verification and rebuilding read and write.</summary>
public sealed class SqlRecords(ISqlDatabase database) : IRecordKeeping
{
    private const int Page = 500;

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamState> StatesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var from = after;
            var page = (await database.ReadAsync(
                c => c.QueryAsync<(string Stream, long Version, string Doc, string Head)>(new CommandDefinition(
                    $"select stream, version, doc, head from state where stream > @from order by stream limit {Page}", new { from }, cancellationToken: cancellationToken)),
                cancellationToken).ConfigureAwait(false)).ToList();
            foreach (var (stream, version, doc, head) in page)
            {
                yield return new StreamState(stream, new StoredState(version, doc, head));
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1].Stream;
        }
    }

    /// <inheritdoc/>
    public Task<StoredView?> ViewAsync(string stream, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async c => (await c.QueryFirstOrDefaultAsync<SqlViewRow>(new CommandDefinition(
                $"select {SqlViewRow.Columns} from views where stream = @stream", new { stream }, cancellationToken: cancellationToken)).ConfigureAwait(false))?.ToView(),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditFact>> AuditAsync(string stream, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<AuditFact>>(
            async c => [.. (await c.QueryAsync<SqlAuditRow>(new CommandDefinition(
                $"select {SqlAuditRow.Columns} from audit where stream = @stream order by version", new { stream }, cancellationToken: cancellationToken)).ConfigureAwait(false)).Select(r => r.ToFact())],
            cancellationToken);

    /// <inheritdoc/>
    public Task ReplaceAsync(string stream, StoredState state, ViewRow? view, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async t =>
            {
                await t.Connection!.ExecuteAsync(
                    "insert into state (stream, version, head, doc) values (@stream, @Version, @Head, @State) on conflict (stream) do update set version = excluded.version, head = excluded.head, doc = excluded.doc",
                    new { stream, state.Version, state.Head, state.State }, t).ConfigureAwait(false);
                await t.Connection!.ExecuteAsync("delete from views where stream = @stream", new { stream }, t).ConfigureAwait(false);
                return view is null ? 0 : await t.Connection!.ExecuteAsync(ViewWriting.Insert, ViewWriting.Parameters(stream, state.Version, view), t).ConfigureAwait(false);
            },
            cancellationToken);
}
