using Dapper;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Reading;

namespace StartupOrchestrator.Storage.Upkeep;

/// <summary>Upkeep by SQL that both databases understand.</summary>
/// <param name="database">The database.</param>
/// <param name="horizonAge">Age of its oldest transaction in seconds.</param>
/// <param name="clockApart">How far its clock is from the given moment, in seconds.</param>
public sealed class SqlUpkeep(ISqlDatabase database, Func<CancellationToken, Task<double>> horizonAge, Func<Instant, CancellationToken, Task<double>> clockApart) : IUpkeep
{
    /// <inheritdoc/>
    public async Task<WaitingCounts> CountAsync(Instant now, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            c => c.QueryFirstAsync<Counts>(new CommandDefinition(
                """
                select (select count(*) from outbox where dead = 0) as messages, (select count(*) from outbox where dead = 0 and target in ('mail', 'calendar')) as mails,
                  (select count(*) from outbox where dead = 1) as undeliverable, (select count(*) from timers) as timers,
                  coalesce((select min(due) from outbox where dead = 0), '') as message, coalesce((select min(due) from timers), '') as timer
                """,
                cancellationToken: cancellationToken)),
            cancellationToken).ConfigureAwait(false);
        return new WaitingCounts(
            row.Messages, row.Mails, row.Undeliverable, row.Timers, Late(row.Message, now), Late(row.Timer, now),
            await horizonAge(cancellationToken).ConfigureAwait(false), await clockApart(now, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public Task<Hold?> FindHoldAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        async c => await c.QueryFirstOrDefaultAsync<(string Since, string Reason)>(new CommandDefinition(
            "select since, reason from holds where name = @name", new { name }, cancellationToken: cancellationToken)).ConfigureAwait(false) is { Since: { } since } row
            ? new Hold(name, StoreTime.Parse(since), row.Reason) : null,
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(string name, CancellationToken cancellationToken) =>
        database.ChangeAsync(async (c, t) => await c.ExecuteAsync("delete from holds where name = @name", new { name }, t).ConfigureAwait(false) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PendingMessage>> WaitingForAsync(IReadOnlyCollection<string> targets, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PendingMessage>>(
            async c => [.. (await c.QueryAsync<SqlMessageRow>(new CommandDefinition(
                $"select id, source, target, seq, payload, due, attempts, error, pos from outbox where dead = 0 and target {database.Dialect.Among("targets")} order by pos limit {limit}",
                new { targets = targets.ToArray() }, cancellationToken: cancellationToken)).ConfigureAwait(false)).Select(r => r.ToMessage())],
            cancellationToken);

    /// <inheritdoc/>
    public Task<long> CleanAsync(Instant before, CancellationToken cancellationToken) => database.WriteAsync<long>(
        async t =>
        {
            var moment = new { before = StoreTime.Format(before) };
            return await t.Connection!.ExecuteAsync("delete from events where at < @before and not exists (select 1 from outbox o where o.id = events.id)", moment, t).ConfigureAwait(false)
                + await t.Connection!.ExecuteAsync("delete from outbox where dead = 1 and due < @old", new { old = StoreTime.Format(before - GivenUpKept) }, t).ConfigureAwait(false);
        },
        cancellationToken);

    private static readonly Duration GivenUpKept = Duration.FromDays(180);

    private static double Late(string due, Instant now) => due.Length == 0 ? 0 : Math.Max(0, (now - StoreTime.Parse(due)).TotalSeconds);

    private sealed record Counts(long Messages, long Mails, long Undeliverable, long Timers, string Message, string Timer);
}
