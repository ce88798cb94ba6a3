using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.EndToEnd.Journeys;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;
using StartupOrchestrator.Server.Tests.Harness;

[assembly: AssemblyFixture(typeof(StartupOrchestrator.EndToEnd.Pages.PlayedStudy))]

namespace StartupOrchestrator.EndToEnd.Pages;

/// <summary>A product with a study under way: one site selected, with documents, contract and submissions; the other still asked. Played once, when the first test wants it.</summary>
public sealed class PlayedStudy : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("startup-pages-").FullName;
    private readonly Lazy<Task<TestServer>> server;

    public PlayedStudy() => server = new(PlayAsync);

    public static string Study => RegistryCut.RegistryId.ToLowerInvariant();

    public static ActorId Site { get; } = new(ActorKind.Site, $"{Study}.ca-01");

    /// <summary>Somebody with many roles.</summary>
    public static (string Email, string Password) Person { get; } = (TestServer.AdminEmail, TestServer.Password);

    public Task<TestServer> ServerAsync() => server.Value;

    public async ValueTask DisposeAsync()
    {
        if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await server.Value).DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private async Task<TestServer> PlayAsync()
    {
        var record = RegistryCut.Of("Canada", "Poland");
        var started = await TestServer.StartAsync(o => o with { InMemory = false, DataDirectory = data });
        using var admin = await started.AdminAsync();
        await ImportAsync(admin, record);
        using var others = await Backstage.AssembleAsync(started, data, TestServer.AdminEmail, TestServer.Password, "%PDF-1.4\n%%EOF"u8.ToArray());
        await others.StaffAsync(Study, Site.Key);
        using var start = await admin.PostAsync($"/api/v1/studies/{Study}/start", new { });
        start.EnsureSuccessStatusCode();
        await others.PlayUntilAsync(rows => rows.Any(r => r.Id.Kind == ActorKind.Contract && r.Row.Site == Site.Key && r.Row.Status == "in-negotiation"), Study, Site, r => r.Code == "visit-report");
        return started;
    }

    private static async Task ImportAsync(Browser admin, byte[] record)
    {
        using var answer = await admin.PostAsync("/api/v1/imports/clinicaltrials", JsonNode.Parse(record)!);
        var id = (await answer.JsonAsync())["process"]!.GetValue<string>();
        for (JsonNode? progress = null; progress?["status"]?.GetValue<string>() is not "done";)
        {
            progress = await admin.GetJsonAsync($"/api/v1/imports/{Uri.EscapeDataString(id)}");
            Assert.NotEqual("failed", progress["status"]?.GetValue<string>());
        }
    }
}
