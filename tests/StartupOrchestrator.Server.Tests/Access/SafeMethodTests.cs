using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Access;

public sealed class SafeMethodTests
{
    [Fact]
    public async Task Reading_everything_twice_changesNothing()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        var before = await JournalAsync(server);
        var failures = new List<string>();

        foreach (var endpoint in Routes.Of(server).Where(e => Routes.MethodsOf(e).Contains("GET") && !e.RoutePattern.RawText!.EndsWith("/events", StringComparison.Ordinal)))
        {
            for (var i = 0; i < 2; i++)
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                {
                    using var answer = await admin.SendAsync(method, Routes.AddressOf(endpoint, i == 0 ? "nothing-here" : "first-administrator"), null);
                    if ((int)answer.StatusCode >= 500 && endpoint.RoutePattern.RawText != "/readyz")
                    {
                        failures.Add($"{method} {endpoint.RoutePattern.RawText}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.Empty(failures);
        Assert.Equal(before, await JournalAsync(server));
    }

    private static async Task<string> JournalAsync(TestServer server)
    {
        var lines = new List<string>();
        await foreach (var stream in server.Storage.Journal.StreamsAsync(TestContext.Current.CancellationToken))
        {
            await foreach (var entry in server.Storage.Journal.ReadStreamAsync(stream, 1, TestContext.Current.CancellationToken))
            {
                lines.Add($"{stream} {entry.Version} {entry.Hash}");
            }
        }

        return string.Join('\n', lines);
    }
}
