using StartupOrchestrator.Crash.Faults;
using StartupOrchestrator.Storage.Conformance.Engines;

namespace StartupOrchestrator.Crash;

/// <summary>
/// Invariants 4, 5 and 8 under kill -9. Red when a delivered message's row is deleted in a transaction of its own
/// before the receiver's: messages are lost.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Process_killed_at_any_moment_on_SQLite_loses_nothing_and_does_nothing_twice()
    {
        var folder = Directory.CreateTempSubdirectory("startup-crash-").FullName;
        await RunAsync(folder);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Process_killed_at_any_moment_on_PostgreSQL_loses_nothing_and_does_nothing_twice()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        var server = await PostgreSqlServer.StartAsync("-c fsync=off -c full_page_writes=off");
        await RunAsync(server.ConnectionString(await server.CreateEmptyAsync()));
        server.Stop();
    }

    private async Task RunAsync(string place)
    {
        using var scene = new FaultScene(place, output);
        for (var run = 0; run < FaultScene.Rounds; run++)
        {
            using var victim = scene.Start($"r{run}");
            await scene.Ledger.MoreAsync(scene.Random.Next(20, 400), FaultScene.Patience);
            await victim.KillAsync();
        }

        await scene.CheckAsync(FaultScene.Rounds + 1);
    }
}
