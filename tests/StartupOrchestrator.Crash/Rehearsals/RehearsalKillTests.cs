using StartupOrchestrator.Crash.Machines;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Storage.Sqlite;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Crash.Rehearsals;

/// <summary>
/// The whole product, killed with kill -9 at random points of a dry run: no acknowledged act is lost, no mail is made
/// under two keys, and the dry run goes on to its end, so that nothing was left waiting for nothing.
/// </summary>
public sealed class RehearsalKillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Kills = LongForm.Count(usual: 5, full: 200);
    private static readonly int SitesEach = LongForm.Count(usual: 1, full: 10);

    /// <summary>A dry run of this study makes about 220 acts with one site a country; the kills are spread over them.</summary>
    private static readonly int MostActs = Math.Min(220, 2 * 220 * SitesEach / Kills);
    private readonly string folder = Directory.CreateTempSubdirectory("startup-rehearsal-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Dry_run_killed_at_random_points_on_SQLite_goes_on_to_its_end() => RunAsync(() => Task.FromResult<string?>(null));

    [Fact]
    public async Task Dry_run_killed_at_random_points_on_PostgreSQL_goes_on_to_its_end()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        var server = await PostgreSqlServer.StartAsync("");
        await RunAsync(async () => server.ConnectionString(await server.CreateEmptyAsync()));
        server.Stop();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task RunAsync(Func<Task<string?>> newDatabase)
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var file = SmallStudy.Write(SitesEach);
        var data = Path.Combine(folder, "data");
        await Startup.JsonAsync("import", "clinicaltrials", file, "--data", data);
        File.Delete(file);

        var into = "";
        string? connection = null;
        var begun = false;
        for (var kill = 0; kill < Kills; kill++)
        {
            if (!begun)
            {
                into = Path.Combine(folder, $"dry{kill}");
                connection = await newDatabase();
            }

            using var run = new DryRun(Arguments(data, into, connection, resume: begun));
            var killed = await run.KillAfterAsync(random.Next(1, MostActs));
            output.WriteLine($"killed after {run.Acts} acts: {killed}{(killed ? "" : " " + await run.ErrorAsync())}");
            begun = File.Exists(Path.Combine(into, "stage.txt"));
            await using var storage = await OpenAsync(into, connection);
            await run.CheckAsync(storage);
        }

        if (!begun)
        {
            into = Path.Combine(folder, "last");
            connection = await newDatabase();
        }

        using var last = new DryRun(Arguments(data, into, connection, resume: begun));
        var report = await last.FinishAsync();
        output.WriteLine(report["byStatus"]!.ToJsonString());
        Assert.Empty(report["unfinished"]!.AsArray());
        Assert.Empty(report["blockedSteps"]!.AsArray());
        string[] place = connection is null ? ["--data", into] : ["--data", into, "--connection", connection];
        var verify = await Startup.RunAsync(["verify-audit", .. place]);
        Assert.True(verify.Code == 0, verify.Output + verify.Error);
        AssertMails(Path.Combine(into, "mail"));
    }

    private static string[] Arguments(string data, string into, string? connection, bool resume) =>
    [
        "rehearse", "--study", SmallStudy.Key, "--seed", "7", "--from", "2026-11-23", "--into", into, "--data", data,
        .. connection is null ? Array.Empty<string>() : ["--into-connection", connection],
        .. resume ? (string[])["--resume"] : [],
    ];

    private static async Task<IStorage> OpenAsync(string into, string? connection) => connection is null
        ? await SqliteStorage.OpenAsync(new SqliteOptions(into), TimeProvider.System)
        : await PostgreSqlStorage.OpenAsync(new PostgreSqlOptions(connection), TimeProvider.System);

    /// <summary>One file a mail, one key a file: what was made again after a kill lies over what was made before.</summary>
    private static void AssertMails(string folder)
    {
        var ids = Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories)
            .Select(f => File.ReadLines(f).First(l => l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
