using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Memory;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Runtime.Tests.Relays;

public sealed class BackgroundTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Server_delivers_messages_mails_events_and_timers_by_itself()
    {
        var mail = new RecordingHandler();
        await using var server = NewServer(new MemoryStorage(), mail, new RuntimeOptions());
        await SendAsync(server, Probe("w"), new WaitFor("b", "ready"));
        await SendAsync(server, Probe("a"), new Pass(Probe("b"), 2, Times: 50));
        await SendAsync(server, Probe("a"), new Mail("1"));
        await SendAsync(server, Probe("a"), new PlanAdd("t", Now, 7));
        await SendAsync(server, Probe("a"), new Publish("ready"));
        await EventuallyAsync(server, async () =>
            await TotalAsync(server, "b") == 100 && await TotalAsync(server, "a") == 7 && mail.Delivered.Count == 1 && (await StateAsync(server, "w")).Heard.Length == 1);
        await EventuallyAsync(server, async () => await server.Storage.Deliveries.NextDueAsync(TestContext.Current.CancellationToken) is null);
    }

    [Fact]
    public async Task Message_left_by_a_process_that_ended_goes_before_later_ones()
    {
        var storage = new MemoryStorage();
        await using (var silent = NewServer(storage, new RecordingHandler(), new RuntimeOptions { Background = false }))
        {
            await SendAsync(silent, Probe("a"), new Pass(Probe("b"), 3, "first"));
        }

        // The second message alone would be refused: the total cannot be negative.
        await using var server = NewServer(storage, new RecordingHandler(), new RuntimeOptions { Poll = TimeSpan.FromHours(1) });
        await SendAsync(server, Probe("a"), new Pass(Probe("b"), -2, "second"));
        await EventuallyAsync(server, async () => await TotalAsync(server, "b") == 1);
        Assert.Empty(await storage.Deliveries.UndeliverableAsync(10, TestContext.Current.CancellationToken));
    }

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    private static StartupRuntime NewServer(MemoryStorage storage, RecordingHandler mail, RuntimeOptions options)
    {
        var server = RuntimeFixture.Compose(storage, TimeProvider.System, options, mail);
        server.Start();
        return server;
    }

    private static Task<CommandResult> SendAsync(StartupRuntime server, ActorId target, Command command) =>
        server.Actors.SendAsync(new Envelope(Guid.NewGuid().ToString("n"), target, command, new Origin("person/anna")), TestContext.Current.CancellationToken);

    private static async Task<ProbeState> StateAsync(StartupRuntime server, string key) =>
        (await server.Actors.ReadAsync(Probe(key), TestContext.Current.CancellationToken))?.State as ProbeState ?? new ProbeActor(ActorKind.Task).Empty;

    private static async Task<int> TotalAsync(StartupRuntime server, string key) => (await StateAsync(server, key)).Total;

    private static async Task EventuallyAsync(StartupRuntime server, Func<Task<bool>> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "It did not come about in time.");
            await server.Storage.WaitForChangeAsync(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }
}
