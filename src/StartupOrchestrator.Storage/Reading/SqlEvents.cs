using Dapper;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>The tables <c>events</c> and <c>bookmarks</c>. Both sides are committed before either is looked for here.</summary>
internal sealed class SqlEvents(ISqlDatabase database)
{
    public Task<PublishedEvent?> FindEventAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        async c => (await c.QueryFirstOrDefaultAsync<SqlEventRow>(new CommandDefinition(
            "select id, name, correlation, payload, at from events where id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false))?.ToEvent(),
        cancellationToken);

    public Task<IReadOnlyList<WaitingBookmark>> WaitersAsync(PublishedEvent published, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<WaitingBookmark>>(
        async c => [.. await c.QueryAsync<WaitingBookmark>(new CommandDefinition(
            $"select stream, bookmark from bookmarks where name = @Name and since <= @at{Correlated(published.Correlation)} order by stream, bookmark",
            new { published.Name, published.Correlation, at = StoreTime.Format(published.At) }, cancellationToken: cancellationToken)).ConfigureAwait(false)],
        cancellationToken);

    public Task<EventBookmark?> FindBookmarkAsync(string stream, string bookmark, CancellationToken cancellationToken) => database.ReadAsync(
        async c => (await c.QueryFirstOrDefaultAsync<SqlBookmarkRow>(new CommandDefinition(
            "select bookmark, name, correlation, since from bookmarks where stream = @stream and bookmark = @bookmark", new { stream, bookmark }, cancellationToken: cancellationToken)).ConfigureAwait(false))?.ToBookmark(),
        cancellationToken);

    public Task<IReadOnlyList<PublishedEvent>> PublishedForAsync(EventBookmark bookmark, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PublishedEvent>>(
        async c => [.. (await c.QueryAsync<SqlEventRow>(new CommandDefinition(
            $"select id, name, correlation, payload, at from events where name = @Name and at > @since{Correlated(bookmark.Correlation)} order by at, id",
            new { bookmark.Name, bookmark.Correlation, since = StoreTime.Format(bookmark.Since) }, cancellationToken: cancellationToken)).ConfigureAwait(false)).Select(r => r.ToEvent())],
        cancellationToken);

    private static string Correlated(string? correlation) => correlation is null ? "" : " and (correlation is null or correlation = @Correlation)";
}
