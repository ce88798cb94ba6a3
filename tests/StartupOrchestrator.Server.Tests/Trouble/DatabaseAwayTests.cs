using System.Net;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Trouble;

/// <summary>A database server that goes away: everybody is told, and the same request takes effect once when it is back.</summary>
public sealed class DatabaseAwayTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("startup-away-data-").FullName;

    [Fact]
    public async Task Database_that_goes_away_is_said_and_the_same_request_takes_effect_once()
    {
        using var database = await StoppablePostgreSql.StartAsync();
        await using var server = await TestServer.StartAsync(o => o with { InMemory = false, DataDirectory = data, Connection = database.ConnectionString });
        using var admin = await server.AdminAsync();
        var antiforgery = await admin.AntiforgeryAsync();
        using (var before = await RegisterAsync(admin, "before", antiforgery))
        {
            before.EnsureSuccessStatusCode();
        }

        database.Stop();
        using (var write = await RegisterAsync(admin, "during", antiforgery))
        {
            await write.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        }

        using (var read = await admin.Http.GetAsync(new Uri("/api/v1/studies", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            Assert.Contains("The database does not answer", (await read.ProblemAsync(HttpStatusCode.ServiceUnavailable))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        using (var ready = await admin.Http.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        }

        database.Start();
        for (var tries = 0; ; tries++)
        {
            using var again = await RegisterAsync(admin, "during", antiforgery);
            if (again.IsSuccessStatusCode)
            {
                break;
            }

            Assert.True(tries < 50 && again.StatusCode == HttpStatusCode.ServiceUnavailable, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }

        var studies = (await admin.GetJsonAsync("/api/v1/studies"))["items"]!.AsArray().Select(s => s!["key"]!.GetValue<string>());
        Assert.Equal(["before", "during"], studies.Order(StringComparer.Ordinal));
        Assert.Single((await admin.GetJsonAsync("/api/v1/studies/during/history"))["items"]!.AsArray());
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static Task<HttpResponseMessage> RegisterAsync(Browser admin, string key, string antiforgery) => admin.PostAsync(
        $"/api/v1/studies/{key}/commands", new { type = "study.register", title = $"Study {key}", protocolNumber = $"P-{key}", sponsor = "sp" }, ("Idempotency-Key", $"register-{key}"), ("X-Antiforgery", antiforgery));
}
