using StartupOrchestrator.Storage.Conformance.Engines;

namespace StartupOrchestrator.Crash;

/// <summary>
/// Invariants 4, 5 and 8 under kill -9. Red when a delivered message's row is deleted in a transaction of its own
/// before the receiver's: messages are lost.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("CRASH_KILLS"), out var kills) ? kills : 3;

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
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var ledger = new Ledger();
        var mails = Path.GetTempFileName();
        for (var run = 0; run < Kills; run++)
        {
            using var victim = new Victim(place, mails, $"r{run}", drain: false);
            await victim.KillAsync(ledger, acknowledgements: random.Next(20, 400), TestContext.Current.CancellationToken);
        }

        using (var last = new Victim(place, mails, "drain", drain: true))
        {
            await last.FinishAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        }

        await using var storage = await Workload.OpenAsync(place);
        output.WriteLine(await new Checker(storage, ledger, await File.ReadAllLinesAsync(mails, TestContext.Current.CancellationToken)).CheckAsync(Kills));
        File.Delete(mails);
    }
}
