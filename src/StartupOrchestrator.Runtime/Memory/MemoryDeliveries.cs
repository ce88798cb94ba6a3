using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

internal sealed class MemoryDeliveries(MemoryTables tables) : IDeliveryStore
{
    public Task<IReadOnlyList<PendingMessage>> TakeMessagesAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<PendingMessage>>(() => tables.Outbox.Take(now, lease, limit));

    public Task<IReadOnlyList<PendingMessage>> PendingAsync(string source, string target, int limit, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<PendingMessage>>(() => [.. tables.Outbox.Pair(source, target).Take(limit)]);

    public Task CompleteAsync(string id, CancellationToken cancellationToken) => Locked(() => tables.Outbox.Remove(id));

    public Task PostponeAsync(string id, Instant due, string error, bool giveUp, CancellationToken cancellationToken) =>
        Locked(() => tables.Outbox.Postpone(id, due, error, giveUp));

    public Task<IReadOnlyList<PendingMessage>> UndeliverableAsync(int limit, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<PendingMessage>>(() => [.. tables.Outbox.Undeliverable.Take(limit)]);

    public Task ReviveAsync(string id, Instant due, CancellationToken cancellationToken) => Locked(() => tables.Outbox.Revive(id, due));

    public Task<IReadOnlyList<DueTimer>> TakeTimersAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<DueTimer>>(() => tables.Timers.Take(now, lease, limit));

    public Task<TimerRow?> FindTimerAsync(string stream, string key, CancellationToken cancellationToken) => Locked(() => tables.Timers.Find(stream, key));

    public Task ClearTimerAsync(string stream, string key, long generation, CancellationToken cancellationToken) => Locked(() =>
    {
        if (tables.Timers.Find(stream, key)?.Generation == generation)
        {
            tables.Timers.Clear(stream, key);
        }
    });

    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) => Locked(() =>
        tables.Outbox.NextDue() is { } message && (tables.Timers.NextDue() is not { } timer || message < timer) ? message : tables.Timers.NextDue());

    public Task<PublishedEvent?> FindEventAsync(string id, CancellationToken cancellationToken) => Locked(() => tables.Events.GetValueOrDefault(id));

    public Task<IReadOnlyList<WaitingBookmark>> WaitersAsync(PublishedEvent published, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<WaitingBookmark>>(() =>
        [
            .. tables.Bookmarks
                .Where(b => b.Value.Since <= published.At && Match(b.Value, published))
                .Select(b => new WaitingBookmark(b.Key.Stream, b.Key.Bookmark))
                .OrderBy(b => b.Stream, StringComparer.Ordinal).ThenBy(b => b.Bookmark, StringComparer.Ordinal),
        ]);

    public Task<EventBookmark?> FindBookmarkAsync(string stream, string bookmark, CancellationToken cancellationToken) =>
        Locked(() => tables.Bookmarks.GetValueOrDefault((stream, bookmark)));

    public Task<IReadOnlyList<PublishedEvent>> PublishedForAsync(EventBookmark bookmark, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<PublishedEvent>>(() =>
        [
            .. tables.Events.Values.Where(e => e.At > bookmark.Since && Match(bookmark, e)).OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal),
        ]);

    private static bool Match(EventBookmark bookmark, PublishedEvent published) =>
        bookmark.Name == published.Name && (bookmark.Correlation is null || published.Correlation is null || bookmark.Correlation == published.Correlation);

    private Task<T> Locked<T>(Func<T> read)
    {
        lock (tables.Sync)
        {
            return Task.FromResult(read());
        }
    }

    private Task Locked(Action write)
    {
        lock (tables.Sync)
        {
            write();
            return Task.CompletedTask;
        }
    }
}
