using Dapper;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>The tables <c>outbox</c> and <c>timers</c>; named events are in <see cref="SqlEvents"/>.</summary>
public sealed class SqlDeliveries(ISqlDatabase database) : IDeliveryStore
{
    private const string Message = "id, source, target, seq, payload, due, attempts, error, pos";

    private const string IsHead = "dead = 0 and not exists (select 1 from outbox p where p.source = o.source and p.target = o.target and p.dead = 0 and p.seq < o.seq)";

    private const string Timer = "stream, key, generation, due, command";

    private readonly SqlEvents events = new(database);
    private readonly SqlTaking taking = new(database);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PendingMessage>> TakeMessagesAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken)
    {
        var rows = await taking.TakeAsync<SqlMessageRow>(
            $"select {Message} from outbox o where due <= @now and {IsHead} order by pos limit {limit}",
            "update outbox set due = @until where id in (select id from taken)",
            "pos",
            ("update outbox set due = @until where id = @Id", (r, until) => new { r.Id, until }),
            now, lease, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(r => r.ToMessage())];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PendingMessage>> PendingAsync(string source, string target, int limit, CancellationToken cancellationToken) =>
        MessagesAsync($"source = @source and target = @target and dead = 0 order by seq limit {limit}", new { source, target }, cancellationToken);

    /// <inheritdoc/>
    public Task CompleteAsync(string id, CancellationToken cancellationToken) => WriteAsync("delete from outbox where id = @id", new { id }, cancellationToken);

    /// <inheritdoc/>
    public Task PostponeAsync(string id, Instant due, string error, bool giveUp, CancellationToken cancellationToken) => WriteAsync(
        "update outbox set due = @due, error = @error, dead = @dead, attempts = attempts + 1 where id = @id",
        new { id, due = StoreTime.Format(due), error, dead = giveUp ? 1L : 0L }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PendingMessage>> UndeliverableAsync(int limit, CancellationToken cancellationToken) =>
        MessagesAsync($"dead = 1 order by pos limit {limit}", new { }, cancellationToken);

    /// <inheritdoc/>
    public Task ReviveAsync(string id, Instant due, CancellationToken cancellationToken) =>
        WriteAsync("update outbox set dead = 0, attempts = 0, due = @due where id = @id and dead = 1", new { id, due = StoreTime.Format(due) }, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueTimer>> TakeTimersAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken)
    {
        var rows = await taking.TakeAsync<SqlTimerRow>(
            $"select {Timer} from timers where due <= @now and taken <= @now order by due, stream, key limit {limit}",
            "update timers t set taken = @until from taken where t.stream = taken.stream and t.key = taken.key and t.generation = taken.generation",
            "due, stream, key",
            ("update timers set taken = @until where stream = @Stream and key = @Key and generation = @Generation", (r, until) => new { r.Stream, r.Key, r.Generation, until }),
            now, lease, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(r => new DueTimer(r.Stream, r.ToTimer()))];
    }

    /// <inheritdoc/>
    public Task<TimerRow?> FindTimerAsync(string stream, string key, CancellationToken cancellationToken) => database.ReadAsync(
        async c => (await c.QueryFirstOrDefaultAsync<SqlTimerRow>(new CommandDefinition(
            $"select {Timer} from timers where stream = @stream and key = @key", new { stream, key }, cancellationToken: cancellationToken)).ConfigureAwait(false))?.ToTimer(),
        cancellationToken);

    /// <inheritdoc/>
    public Task ClearTimerAsync(string stream, string key, long generation, CancellationToken cancellationToken) =>
        WriteAsync("delete from timers where stream = @stream and key = @key and generation = @generation", new { stream, key, generation }, cancellationToken);

    /// <inheritdoc/>
    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) => database.ReadAsync<Instant?>(
        async c =>
        {
            var message = await c.ExecuteScalarAsync<string?>(new CommandDefinition($"select min(due) from outbox o where {IsHead}", cancellationToken: cancellationToken)).ConfigureAwait(false);
            var timer = await c.ExecuteScalarAsync<string?>(new CommandDefinition("select min(due) from timers", cancellationToken: cancellationToken)).ConfigureAwait(false);
            var next = message is null || (timer is not null && string.CompareOrdinal(timer, message) < 0) ? timer : message;
            return next is null ? null : StoreTime.Parse(next);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<PublishedEvent?> FindEventAsync(string id, CancellationToken cancellationToken) => events.FindEventAsync(id, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingBookmark>> WaitersAsync(PublishedEvent published, CancellationToken cancellationToken) => events.WaitersAsync(published, cancellationToken);

    /// <inheritdoc/>
    public Task<EventBookmark?> FindBookmarkAsync(string stream, string bookmark, CancellationToken cancellationToken) => events.FindBookmarkAsync(stream, bookmark, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublishedEvent>> PublishedForAsync(EventBookmark bookmark, CancellationToken cancellationToken) => events.PublishedForAsync(bookmark, cancellationToken);

    private Task<int> WriteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ChangeAsync((c, t) => c.ExecuteAsync(sql, parameters, t), cancellationToken);

    private Task<IReadOnlyList<PendingMessage>> MessagesAsync(string where, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PendingMessage>>(
            async c => [.. (await c.QueryAsync<SqlMessageRow>(new CommandDefinition($"select {Message} from outbox o where {where}", parameters, cancellationToken: cancellationToken)).ConfigureAwait(false)).Select(r => r.ToMessage())],
            cancellationToken);
}
