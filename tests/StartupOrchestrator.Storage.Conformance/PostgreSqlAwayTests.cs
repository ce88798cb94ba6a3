using Npgsql;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.Conformance.Generated;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>A database that goes away is nobody's mistake: whoever asks is told to come again, in the runtime's own words.</summary>
[Collection("horizon")]
public sealed class PostgreSqlAwayTests
{
    private const string CutWaiting = "select count(pg_terminate_backend(pid)) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_whose_connection_breaks_says_come_again_and_the_next_one_reads()
    {
        await using var database = await Engine.NewAsync(Engine.PostgreSql);
        var steps = database.Storage.Steps;
        await steps.CommitAsync([Steps.New("site/s", 0, "c1")], Token);
        await using var owner = new NpgsqlConnection(database.ConnectionString);
        await owner.OpenAsync(Token);

        // Another connection looks: within a transaction the server's statistics stand still.
        await using var cutter = new NpgsqlConnection(database.ConnectionString);
        await cutter.OpenAsync(Token);
        foreach (var read in (Func<Task<object?>>[])[async () => await steps.LoadAsync("site/s", Token), async () => await steps.FindAnswerAsync("site/s", "c1", Token)])
        {
            var holding = await owner.BeginTransactionAsync(Token);
            await RunAsync(owner, "lock table state, commands in access exclusive mode");
            var reading = read();
            while ((long)(await RunAsync(cutter, CutWaiting))! == 0)
            {
                await Task.Yield();
            }

            await Assert.ThrowsAsync<RuntimeBusyException>(() => reading);
            await holding.RollbackAsync(Token);
            Assert.NotNull(await read());
        }
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Token);
    }
}
