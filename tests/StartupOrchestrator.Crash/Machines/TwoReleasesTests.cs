using System.Net.Http.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Storage.Conformance.Engines;

namespace StartupOrchestrator.Crash.Machines;

/// <summary>
/// A rolling upgrade with two real releases: the server of the release before (<c>STARTUP_OTHER_RELEASE</c>, its
/// executable; <c>tools/two-releases.sh</c> builds one) and this one work side by side over one database.
/// </summary>
public sealed class TwoReleasesTests
{
    private static readonly string? Before = Environment.GetEnvironmentVariable("STARTUP_OTHER_RELEASE");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData]
    [InlineData("--cluster")]
    public async Task Release_before_and_this_one_work_side_by_side_until_the_last_host_is_replaced(params string[] how)
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        Assert.SkipWhen(Before is null, "needs the server of another release: tools/two-releases.sh REVISION");
        var database = await PostgreSqlServer.StartAsync("");
        var connection = database.ConnectionString(await database.CreateEmptyAsync());
        using var old = ServerProcess.BeginOf(Before, connection, how);
        await old.ReadyAsync();
        var file = SmallStudy.Write(sitesEach: 4);
        await Startup.JsonAsync("import", "clinicaltrials", file, "--server", old.Address.ToString(), "--token", old.Token);
        File.Delete(file);

        using var next = await ServerProcess.StartAsync(connection, how);
        for (var n = 1; n <= 4; n++)
        {
            await ChangeAsync(n % 2 == 0 ? old : next, $"de-{n:00}", participants: n);
        }

        // Each reads what the other wrote, and goes on from it.
        for (var n = 1; n <= 4; n++)
        {
            Assert.Equal(n, await ParticipantsAsync(old, $"de-{n:00}"));
            Assert.Equal(n, await ParticipantsAsync(next, $"de-{n:00}"));
            await ChangeAsync(n % 2 == 0 ? next : old, $"de-{n:00}", participants: 10 + n);
        }

        Assert.Equal(0, (await old.StopAsync()).Code);
        using var last = await ServerProcess.StartAsync(connection, how);
        Assert.Equal(14, await ParticipantsAsync(last, "de-04"));
        await ChangeAsync(last, "us-01", participants: 5);
        Assert.Equal(5, await ParticipantsAsync(next, "us-01"));
        var verify = await Startup.RunAsync("verify-audit", "--connection", connection, "--data", last.Folder);
        Assert.True(verify.Code == 0, verify.Output + verify.Error);
        last.Kill();
        next.Kill();
        database.Stop();
    }

    private static async Task ChangeAsync(ServerProcess server, string site, int participants)
    {
        using var http = server.Client();
        using var answer = await http.PostAsJsonAsync($"sites/{SmallStudy.Key}.{site}/commands", new { type = "site.change", participantsPlanned = participants }, Token);
        Assert.True(answer.IsSuccessStatusCode, $"{site}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}");
    }

    private static async Task<int> ParticipantsAsync(ServerProcess server, string site)
    {
        using var http = server.Client();
        return (await http.GetFromJsonAsync<JsonNode>($"sites/{SmallStudy.Key}.{site}", Token))!["details"]!["participantsPlanned"]!.GetValue<int>();
    }
}
