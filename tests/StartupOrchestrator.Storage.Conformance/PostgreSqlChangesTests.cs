using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.Conformance.Generated;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>Readers of changes follow the order of transactions, which is that of numbers, not of texts.</summary>
public sealed class PostgreSqlChangesTests
{
    private const int Rows = 30;

    [Fact]
    public async Task Reader_of_changes_misses_none_when_the_number_of_transactions_gets_a_digit_more()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");

        // A server of its own: its transactions begin below a thousand.
        var server = await PostgreSqlServer.StartAsync("-c fsync=off -c full_page_writes=off -c autovacuum=off");
        await using (var database = await server.CreateDatabaseAsync(Runtime.Storage.DatabaseNature.Rehearsal))
        {
            await RawSql.RunAsync(database, "do $$ begin while pg_current_xact_id()::text::bigint % 1000 <> 990 loop commit; end loop; end $$");
            var position = (await database.Storage.Journal.ChangesAsync(null, 1, TestContext.Current.CancellationToken)).Position;
            for (var n = 0; n < Rows; n++)
            {
                await database.Storage.Steps.CommitAsync([Steps.New($"site/s{n:00}", 0, "c1")], TestContext.Current.CancellationToken);
            }

            var seen = new List<string>();
            while (await database.Storage.Journal.ChangesAsync(position, 4, TestContext.Current.CancellationToken) is { Changes.Count: > 0 } page)
            {
                seen.AddRange(page.Changes.Select(c => c.Stream));
                position = page.Position;
            }

            Assert.Equal(Enumerable.Range(0, Rows).Select(n => $"site/s{n:00}"), seen);
        }

        server.Stop();
    }
}
