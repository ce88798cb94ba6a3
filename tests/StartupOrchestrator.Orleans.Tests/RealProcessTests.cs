using System.Net.Http.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Crash.Machines;
using StartupOrchestrator.Crash.Rehearsals;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Orleans.Tests;

/// <summary>Clusters of real server processes over one PostgreSQL, killed with kill -9.</summary>
public sealed class RealProcessTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("startup-cluster-").FullName;
    private PostgreSqlServer? database;
    private string connection = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        database = await PostgreSqlServer.StartAsync("");
        connection = database.ConnectionString(await database.CreateEmptyAsync());
    }

    public ValueTask DisposeAsync()
    {
        database?.Stop();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Hosts_find_each_other_work_goes_on_when_one_is_killed_and_another_may_join()
    {
        using var a = ServerProcess.Begin(connection, "--cluster");
        using var b = ServerProcess.Begin(connection, "--cluster");
        using var c = ServerProcess.Begin(connection, "--cluster");
        await Task.WhenAll(a.ReadyAsync(), b.ReadyAsync(), c.ReadyAsync());
        var file = SmallStudy.Write(sitesEach: 10);
        await Startup.JsonAsync("import", "clinicaltrials", file, "--server", b.Address.ToString(), "--token", b.Token);
        File.Delete(file);
        var before = await ClusterAsync(a);
        output.WriteLine(before.ToJsonString());
        Assert.Equal(3, Active(before).Count);
        Assert.True(Active(before).Count(m => m!["actors"]!.GetValue<int>() > 0) >= 2, "All actors live on one host.");

        c.Kill();
        var killed = TimeProvider.System.GetTimestamp();
        for (var n = 1; n <= 10; n++)
        {
            await ChangeAsync(a, $"{SmallStudy.Key}.de-{n:00}");
        }

        var took = TimeProvider.System.GetElapsedTime(killed);
        output.WriteLine($"ten sites anywhere answered {took.TotalSeconds:F1} s after the kill");
        Assert.True(took < TimeSpan.FromSeconds(15));

        using var d = await ServerProcess.StartAsync(connection, "--cluster");
        await EventuallyAsync(async () => Active(await ClusterAsync(d)).Count == 3, seconds: 40);
        await ChangeAsync(d, $"{SmallStudy.Key}.us-01");

        // One after the other is replaced, as in an upgrade, while commands go on.
        Assert.Equal(0, (await a.StopAsync()).Code);
        await ChangeAsync(b, $"{SmallStudy.Key}.us-02");
        Assert.Equal(0, (await b.StopAsync()).Code);
        await ChangeAsync(d, $"{SmallStudy.Key}.us-03");
        Assert.Equal(0, (await d.StopAsync()).Code);
        var verify = await Startup.RunAsync("verify-audit", "--connection", connection, "--data", d.Folder);
        Assert.True(verify.Code == 0, verify.Output + verify.Error);
    }

    [Fact]
    public async Task Cluster_takes_a_study_through_its_start_up_while_its_hosts_are_killed()
    {
        LongForm.Only();
        var random = new Random(Seed.Take(output.WriteLine));
        var record = Environment.GetEnvironmentVariable("CLUSTER_STUDY");
        output.WriteLine($"study {record ?? "small"}");
        var file = record ?? SmallStudy.Write();
        var study = (await Startup.JsonAsync("import", "clinicaltrials", file, "--data", Path.Combine(folder, "data")))["study"]!.GetValue<string>();
        var hosts = new List<ServerProcess>();
        for (var n = 0; n < 3; n++)
        {
            hosts.Add(await ServerProcess.StartAsync(connection, "--cluster", "--follow"));
        }

        using var run = new DryRun(
        [
            "rehearse", "--study", study, "--seed", "7", "--from", "2026-11-23", "--into", Path.Combine(folder, "dry"), "--into-connection", connection, "--cluster",
            "--data", Path.Combine(folder, "data"),
        ]);
        var kills = 0;
        var next = random.Next(20, 90);
        var report = await run.FinishAsync(async acts =>
        {
            if (acts >= next)
            {
                next = acts + random.Next(40, record is null ? 120 : 900);
                var victim = random.Next(hosts.Count);
                hosts[victim].Kill();
                hosts[victim].Dispose();
                hosts[victim] = ServerProcess.Begin(connection, "--cluster", "--follow");
                kills++;
                await Task.Yield();
            }
        });
        hosts.ForEach(h => h.Dispose());
        output.WriteLine($"{kills} hosts killed, {run.Acts} acts: {report["byStatus"]!.ToJsonString()}");
        Assert.True(kills > 0);
        Assert.Empty(report["unfinished"]!.AsArray());
        Assert.Empty(report["blockedSteps"]!.AsArray());
        await using (var storage = await PostgreSqlStorage.OpenAsync(new PostgreSqlOptions(connection), TimeProvider.System))
        {
            await run.CheckAsync(storage);
        }

        var verify = await Startup.RunAsync("verify-audit", "--connection", connection, "--data", Path.Combine(folder, "dry"));
        Assert.True(verify.Code == 0, verify.Output + verify.Error);
    }

    private static async Task<JsonNode> ClusterAsync(ServerProcess server)
    {
        using var http = server.Client();
        return (await http.GetFromJsonAsync<JsonNode>("operations", Token))!["cluster"]!;
    }

    private static List<JsonNode?> Active(JsonNode cluster) => [.. cluster["members"]!.AsArray().Where(m => m!["status"]!.GetValue<string>() == "Active")];

    private static async Task ChangeAsync(ServerProcess server, string site)
    {
        using var http = server.Client();
        using var answer = await http.PostAsJsonAsync($"sites/{site}/commands", new { type = "site.change", participantsPlanned = 7 }, Token);
        Assert.True(answer.IsSuccessStatusCode, $"{site}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}");
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds, double seconds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds), "It did not come about in time.");
            await Task.Delay(200, Token);
        }
    }
}
