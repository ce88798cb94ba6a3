using System.Net.Http.Json;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Crash.Machines;

/// <summary>Stopping and refusing to start, as whoever runs the product sees it.</summary>
public sealed class StopTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_asked_to_stop_under_load_ends_within_10_seconds_and_lost_nothing()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        var database = await PostgreSqlServer.StartAsync("");
        var connection = database.ConnectionString(await database.CreateEmptyAsync());
        for (var round = LongForm.Count(usual: 1, full: 50); round > 0; round--)
        {
            await StopUnderLoadAsync(connection);
        }

        database.Stop();
    }

    [Theory]
    [InlineData("-c fsync=off", "fsync")]
    [InlineData("-c full_page_writes=off", "full_page_writes")]
    [InlineData("-c default_transaction_isolation=serializable", null)]
    public async Task Database_that_could_lose_commits_is_refused_with_one_clear_line(string settings, string? named)
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        var database = await PostgreSqlServer.StartAsync(settings);
        using var server = ServerProcess.Begin(database.ConnectionString(await database.CreateEmptyAsync()));
        if (named is null)
        {
            // The product sets what it can set itself.
            await server.ReadyAsync();
            server.Kill();
        }
        else
        {
            var code = await server.EndAsync();
            Assert.Equal(1, code);
            Assert.Contains(named, server.Log, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", server.Log, StringComparison.Ordinal);
        }

        database.Stop();
    }

    [Fact]
    public async Task Mistakes_of_the_command_line_are_all_named_at_once()
    {
        using var server = ServerProcess.Begin("", "--nature", "trial", "--cluster-address", "here");
        Assert.Equal(1, await server.EndAsync());
        Assert.Contains("--nature", server.Log, StringComparison.Ordinal);
        Assert.Contains("--connection", server.Log, StringComparison.Ordinal);
        Assert.Contains("--cluster-address", server.Log, StringComparison.Ordinal);
    }

    private async Task StopUnderLoadAsync(string connection)
    {
        using var server = await ServerProcess.StartAsync(connection);
        using var http = server.Client();
        using var browser = new EventStream(server.Client());
        await browser.HelloAsync();
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<string>();
        var load = Enumerable.Range(0, 6).Select(worker => Task.Run(
            async () =>
            {
                for (var n = 0; ; n++)
                {
                    var person = new { kind = "staff", name = $"P {worker} {n}", email = $"p{worker}-{n}@example.org", language = "en", timeZone = "Europe/Berlin" };
                    using var answer = await http.PostAsJsonAsync("people", person, Token);
                    if (answer.IsSuccessStatusCode)
                    {
                        acknowledged.Add((await answer.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>(Token))!["key"]!.GetValue<string>());
                    }
                }
            },
            Token)).ToList();
        while (acknowledged.Count < 60)
        {
            await Task.Delay(20, Token);
        }

        var (took, code) = await server.StopAsync();
        output.WriteLine($"stopped after {took.TotalSeconds:F1} s, {acknowledged.Count} acknowledged");
        Assert.Equal(0, code);
        Assert.True(took < TimeSpan.FromSeconds(10));
        foreach (var task in load)
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => task);
        }

        using var next = await ServerProcess.StartAsync(connection);
        using var again = next.Client();
        foreach (var key in acknowledged)
        {
            using var person = await again.GetAsync($"people/{key}", Token);
            Assert.True(person.IsSuccessStatusCode, $"{key} was acknowledged and is lost.");
        }

        next.Kill();
    }
}
