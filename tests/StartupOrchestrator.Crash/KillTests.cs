using StartupOrchestrator.Crash.Faults;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;

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
        await RunAsync(folder, LongForm.Count(FaultScene.Few, full: 500));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Process_killed_at_any_moment_on_PostgreSQL_loses_nothing_and_does_nothing_twice()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        var server = await PostgreSqlServer.StartAsync("-c fsync=off -c full_page_writes=off");
        await RunAsync(server.ConnectionString(await server.CreateEmptyAsync()), LongForm.Count(FaultScene.Few, full: 200));
        server.Stop();
    }

    private async Task RunAsync(string place, int kills)
    {
        using var scene = new FaultScene(place, output);
        var again = new List<double>();
        for (var run = 0; run < kills; run++)
        {
            using var victim = scene.Start($"r{run}");
            again.Add((await scene.Ledger.MoreAsync(scene.Random.Next(20, 400), FaultScene.Patience)).TotalSeconds);
            await victim.KillAsync();
        }

        output.WriteLine($"first answer after a start, s: middle {again.Order().ElementAt(kills / 2):F1}, worst {again.Max():F1}");
        await scene.CheckAsync(kills + 1);
        Assert.All(again, s => Assert.InRange(s, 0, LongForm.On ? 15 : FaultScene.Patience.TotalSeconds));
    }
}
