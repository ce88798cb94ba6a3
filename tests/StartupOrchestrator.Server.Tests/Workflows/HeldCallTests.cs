using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Tests.Workflows;

/// <summary>After a restore nothing reaches the world until a person releases it: calls of other systems no more than mail.</summary>
public sealed class HeldCallTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("startup-held-").FullName;

    [Fact]
    public async Task A_call_waits_with_the_mail_is_listed_by_its_host_and_released_with_a_reason()
    {
        var calls = 0;
        await using var peer = WebApplication.CreateSlimBuilder().Build();
        peer.Urls.Add("http://127.0.0.1:0");
        peer.MapGet("/{**path}", () => Interlocked.Increment(ref calls));
        await peer.StartAsync(TestContext.Current.CancellationToken);
        var port = new Uri(peer.Urls.First()).Port;
        await using var scene = await WorkflowScene.StartAsync(o => o with { InMemory = false, DataDirectory = folder }, $"--Outgoing:AllowedPrivateHosts=127.0.0.1:{port}");
        await HoldAsync();

        var plan = await scene.RunAsync(await scene.PublishAsync(Draw.Definition("asks", Draw.Activity("call", "Elsa.FlowSendHttpRequest", ("url", Draw.Literal($"http://127.0.0.1:{port}/patients?id=7"))))));

        JsonNode? line = null;
        await WorkflowScene.UntilAsync(async () => (line = (await scene.Admin.GetJsonAsync("/api/v1/operations/held-mail"))["items"]!.AsArray().FirstOrDefault()) is not null, "the call waits");
        Assert.Equal(("http", "127.0.0.1", $"workflow/{plan}"), ((string?)line!["target"], (string?)line["to"], (string?)line["source"]));
        Assert.DoesNotContain("patients", line.ToJsonString(), StringComparison.Ordinal);
        using var released = await scene.Admin.PostAsync("/api/v1/operations/held-mail/release", new { reason = "Nothing had left since." });
        Assert.True(released.IsSuccessStatusCode);
        Assert.Null((await scene.Admin.GetJsonAsync("/api/v1/operations/held-mail"))["held"]);
        Assert.Equal((0, "running"), (calls, await scene.StatusAsync(plan)));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task HoldAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "startup.db")};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"insert into holds (name, since, reason) values ('{Hold.Outgoing}', '2026-01-01T00:00:00.000000000Z', 'Restored')";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
