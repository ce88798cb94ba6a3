using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Api;

/// <summary>What leaves for a collector: figures by kind and outcome, routes instead of addresses, and nobody's name.</summary>
public sealed class TelemetryTests
{
    private const string Secret = "t0ps3cretlinktoken";

    [Fact]
    public async Task Traces_metrics_and_logs_reach_a_collector_without_personal_values_or_links()
    {
        var received = new System.Collections.Concurrent.ConcurrentDictionary<string, StringBuilder>();
        await using var collector = await CollectorAsync(received);
        await using (var server = await TestServer.StartAsync(o => o with
        {
            HostArguments = [$"--Telemetry:Endpoint={collector.Urls.First()}", "--Telemetry:TraceRatio=1", "--Telemetry:IntervalSeconds=1", "--Logging:LogLevel:Default=Information"],
        }))
        {
            using var ada = await server.AdminAsync();
            using var visited = await ada.Http.GetAsync($"/t/{Secret}", TestContext.Current.CancellationToken);
            using var searched = await ada.Http.GetAsync("/api/v1/search?q=Lovelace", TestContext.Current.CancellationToken);
            await server.App.StopAsync(TestContext.Current.CancellationToken);
        }

        foreach (var (path, expected) in ((string, string[])[])[
            ("/v1/metrics", ["startup.steps", "startup.commit.batch", "startup.commit.duration"]), ("/v1/traces", ["startup.command"]), ("/v1/logs", ["startup-orchestrator"])])
        {
            Assert.True(received.ContainsKey(path), $"Nothing came to {path}.");
            var text = received[path].ToString();
            Assert.All(expected, e => Assert.Contains(e, text, StringComparison.Ordinal));
            Assert.All((string[])[Secret, TestServer.AdminEmail, "Ada Admin", "Lovelace", TestServer.Password], s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Collector_that_is_no_address_is_a_mistake_of_the_configuration()
    {
        var mistake = await Assert.ThrowsAsync<Hosting.ConfigurationMistakeException>(() => TestServer.StartAsync(o => o with { HostArguments = ["--Telemetry:Endpoint=nowhere"] }));
        Assert.Contains("Telemetry:Endpoint", mistake.Message, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> CollectorAsync(System.Collections.Concurrent.ConcurrentDictionary<string, StringBuilder> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var text = received.GetOrAdd(http.Request.Path.Value!, _ => new StringBuilder());
            lock (text)
            {
                text.Append(Encoding.UTF8.GetString(body.ToArray()));
            }

            http.Response.StatusCode = 200;
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
