using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Crash.Numbers;

/// <summary>A server that was away for long: thousands of timers are late when it starts, and people open pages meanwhile.</summary>
public sealed class OverdueTests(ITestOutputHelper output)
{
    private const int Actors = 500;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overdue_timers_fire_once_each_and_leave_room_for_readers()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        var timers = LongForm.Count(usual: 1_000, full: 10_000);
        var server = await PostgreSqlServer.StartAsync("");
        var connection = server.ConnectionString(await server.CreateEmptyAsync());
        await using (var before = await Workload.OpenAsync(connection))
        await using (var silent = NewRuntime(before, background: false))
        {
            var due = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(3);
            await Parallel.ForEachAsync(Enumerable.Range(0, timers), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (n, token) =>
                await silent.Actors.SendAsync(new Envelope($"c{n}", Sleeper(n), new PlanAdd($"t{n}", due, 1), new Origin("person/anna")), token));
        }

        await using var storage = await Workload.OpenAsync(connection);
        await using var runtime = NewRuntime(storage, background: true);
        var (drained, reads) = await ReadUntilDrainedAsync(runtime, storage);
        output.WriteLine($"{timers} overdue timers: drained after {drained.TotalSeconds:F1} s, {reads.Count} reads meanwhile, p95 {Percentile(reads, 0.95):F0} ms, worst {reads.Max():F0} ms");
        var total = 0;
        for (var a = 0; a < Actors; a++)
        {
            total += ((ProbeState?)(await runtime.Actors.ReadAsync(Sleeper(a), Token))?.State)?.Total ?? 0;
        }

        Assert.Equal(timers, total);
        if (LongForm.On)
        {
            Assert.True(drained < TimeSpan.FromSeconds(60));
            Assert.True(Percentile(reads, 0.95) < 500);
        }

        server.Stop();
    }

    /// <summary>Reads an actor and a page of the list, as a browser does, until nothing is due any more.</summary>
    private static async Task<(TimeSpan Drained, List<double> Reads)> ReadUntilDrainedAsync(StartupRuntime runtime, IStorage storage)
    {
        var reads = new List<double>();
        var began = TimeProvider.System.GetTimestamp();
        runtime.Start();
        do
        {
            var read = TimeProvider.System.GetTimestamp();
            await runtime.Actors.ReadAsync(Sleeper(reads.Count), Token);
            await storage.Views.QueryAsync(new ViewQuery(ActorKind.Contract, ViewScope.All) { Limit = 50 }, Token);
            reads.Add(TimeProvider.System.GetElapsedTime(read).TotalMilliseconds);
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(5), "The timers never ended.");
        }
        while (await storage.Deliveries.NextDueAsync(Token) is not null);
        return (TimeProvider.System.GetElapsedTime(began), reads);
    }

    private static double Percentile(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));

    private static ActorId Sleeper(int number) => new(ActorKind.Contract, $"s{number % Actors}");

    private static StartupRuntime NewRuntime(IStorage storage, bool background) =>
        new(ProbeActor.All, ProbeActor.Catalog, storage, TimeProvider.System, null, new RuntimeOptions { Background = background });
}
