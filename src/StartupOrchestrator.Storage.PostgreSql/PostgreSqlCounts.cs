using Dapper;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>The table <c>counts</c>: a row for each key and sixth of its window; whoever counts removes what is over.</summary>
internal sealed class PostgreSqlCounts(PostgreSqlDatabase database) : ISharedCounts
{
    private const int Slices = 6;

    private const string Add = """
        with gone as (delete from counts where until <= @now),
        added as (
          insert into counts (key, since, until, count) values (@key, @since, @until, 1)
          on conflict (key, since) do update set count = counts.count + 1 returning count)
        select ((select count from added) + coalesce((select sum(count) from counts where key = @key and since <> @since and until > @now), 0))::bigint
        """;

    public Task<long> AddAsync(string key, Instant now, Duration window, CancellationToken cancellationToken)
    {
        var ticks = now.ToUnixTimeTicks();
        var slice = window.BclCompatibleTicks / Slices;
        var since = ticks - (ticks % slice);
        var parameters = new { key, now = ticks, since, until = since + window.BclCompatibleTicks };
        return database.ReadAsync(c => c.ExecuteScalarAsync<long>(new CommandDefinition(Add, parameters, cancellationToken: cancellationToken)), cancellationToken);
    }
}
