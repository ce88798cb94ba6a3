using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Bench;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Storage.Sqlite;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>Numbers, not limits: a test machine may be busy. STEP_BENCH_SECONDS makes the run long enough to quote.</summary>
public sealed class StepBenchTests(ITestOutputHelper output)
{
    private static readonly double Seconds = double.TryParse(Environment.GetEnvironmentVariable("STEP_BENCH_SECONDS"), System.Globalization.CultureInfo.InvariantCulture, out var s) ? s : 0.2;

    private static int Rounds => Seconds < 1 ? 1 : 3;

    [Fact]
    public async Task Steps_on_SQLite_are_measured_against_the_bare_file()
    {
        await using var database = await Engine.NewAsync(Engine.Sqlite);
        await using var bare = new BareSqlite(Path.Combine(database.Folder!, "bare.db"), Path.Combine(database.Folder!, SqliteStorage.FileName));
        Report(await new StepBench("SQLite", database.Storage, bare, TimeProvider.System).RunAsync(Rounds, TimeSpan.FromSeconds(Seconds), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Steps_on_PostgreSQL_are_measured_against_the_bare_server()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        var server = await PostgreSqlServer.StartAsync("");
        await using var database = await server.CreateDatabaseAsync(DatabaseNature.Production, accept: false);
        await using var bare = new BarePostgreSql(database.ConnectionString!);
        Report(await new StepBench("PostgreSQL", database.Storage, bare, TimeProvider.System).RunAsync(Rounds, TimeSpan.FromSeconds(Seconds), null, TestContext.Current.CancellationToken));
        server.Stop();
    }

    private void Report(StepBenchReport report)
    {
        foreach (var load in report.Loads)
        {
            output.WriteLine($"{report.Engine} {load.Actors} actors: {load.StepsPerSecond:F0} steps/s, ratio {load.Ratio:F2} (aim {load.AimedRatio:F1})");
            foreach (var run in load.Runs)
            {
                output.WriteLine($"  {run}");
            }

            Assert.All(load.Runs, r => Assert.True(r.StepsPerSecond > 0 && r.BareTransactionsPerSecond > 0));
        }
    }
}
