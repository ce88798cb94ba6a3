using System.Net.ServerSentEvents;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Api;

public sealed class EventsTests
{
    [Fact]
    public async Task Change_inScope_arrives_andOutOfScopeDoesNot()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var specialist = await seeded.ProgramAsync("specialist", TwoStudies.ScopeOf("alpha"));
        using var admin = await server.AdminAsync();
        await using var events = await ListenAsync(specialist, null);
        await events.NextAsync("hello");

        using var other = await admin.PostAsync("/api/v1/tasks/task-beta/commands", new { type = "task.start" });
        using var own = await admin.PostAsync("/api/v1/tasks/task-alpha/commands", new { type = "task.start" });
        var change = await events.NextAsync("changed");

        Assert.Contains("\"task/task-alpha\"", change.Data, StringComparison.Ordinal);
        Assert.DoesNotContain(events.Seen, e => e.Data.Contains("beta", StringComparison.Ordinal));
        Assert.NotNull(change.EventId);
    }

    [Fact]
    public async Task Listener_thatComesBack_getsWhatItMissed()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        string position;
        await using (var events = await ListenAsync(admin, null))
        {
            await events.NextAsync("hello");
            using var first = await admin.PostAsync("/api/v1/tasks/task-alpha/commands", new { type = "task.start" });
            position = (await events.NextAsync("changed")).EventId!;
        }

        using var missed = await admin.PostAsync("/api/v1/tasks/task-beta/commands", new { type = "task.start" });
        await using var again = await ListenAsync(admin, position);

        Assert.Contains("task-beta", (await again.NextAsync("changed")).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listener_withAnUnreadablePosition_isToldToReload()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();

        await using var events = await ListenAsync(admin, "nonsense");

        await events.NextAsync("resync");
    }

    private static async Task<Listener> ListenAsync(Browser browser, string? lastId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        if (lastId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId);
        }

        var response = await browser.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return new Listener(response, SseParser.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator());
    }

    private sealed class Listener(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items) : IAsyncDisposable
    {
        public List<SseItem<string>> Seen { get; } = [];

        public async Task<SseItem<string>> NextAsync(string type)
        {
            while (await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))
            {
                Seen.Add(items.Current);
                if (items.Current.EventType == type)
                {
                    return items.Current;
                }
            }

            throw new InvalidOperationException($"The stream ended before '{type}'. Seen: {string.Join(", ", Seen.Select(s => s.EventType))}");
        }

        public ValueTask DisposeAsync()
        {
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
