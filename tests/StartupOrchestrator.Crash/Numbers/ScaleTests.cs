using System.Diagnostics;
using System.Globalization;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Crash.Numbers;

/// <summary>Figures; measured only in the long form (<see cref="LongForm"/>), as other work on the machine makes them mean nothing.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    private const int Workers = 96;
    private const int Rounds = 5;
    private const int IdleActors = 100_000;

    [Fact]
    public async Task Three_processes_on_one_PostgreSQL_keep_80_percent_of_the_steps_of_one()
    {
        LongForm.Only();
        var server = await PostgreSqlServer.StartAsync("");
        var connection = server.ConnectionString(await server.CreateEmptyAsync());
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var one = await RateAsync(connection, 1);
            var three = await RateAsync(connection, 3);
            output.WriteLine($"one process {one:F0} steps/s, three {three:F0}");
            ratios.Add(three / one);
        }

        server.Stop();
        Assert.True(ratios.Order().ElementAt(Rounds / 2) >= 0.8, string.Join(", ", ratios));
    }

    [Fact]
    public async Task Hundred_thousand_idle_actors_take_less_than_300_MB()
    {
        LongForm.Only();
        var server = await PostgreSqlServer.StartAsync("-c fsync=off -c full_page_writes=off");
        await using var storage = await Workload.OpenAsync(server.ConnectionString(await server.CreateEmptyAsync()));
        await using var runtime = new StartupRuntime(ProbeActor.All, ProbeActor.Catalog, storage, TimeProvider.System, null, new RuntimeOptions { MaxActors = 2 * IdleActors, IdleAfter = NodaTime.Duration.FromHours(1) });
        runtime.Start();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Parallel.ForEachAsync(Enumerable.Range(0, IdleActors), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (n, token) =>
            await runtime.Actors.SendAsync(new Envelope($"c{n}", new ActorId(ActorKind.Task, $"a{n}"), new Describe("open", "study-1", $"Task number {n} of a study"), new Origin("person/anna")), token));
        var actors = runtime.Local.ActorsInMemory;
        var used = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{actors} actors in memory: {used / 1e6:F0} MB of objects, {Process.GetCurrentProcess().WorkingSet64 / 1e6:F0} MB resident");
        server.Stop();
        Assert.Equal(IdleActors, actors);
        Assert.True(used < 300_000_000);
    }

    private static async Task<double> RateAsync(string connection, int processes)
    {
        var running = Enumerable.Range(0, processes).Select(n => Begin(connection, $"{processes}.{n}.{Guid.NewGuid():n}", Workers / processes)).ToList();
        foreach (var process in running)
        {
            Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        running.ForEach(p => p.StandardInput.WriteLine());
        double sum = 0;
        foreach (var process in running)
        {
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            sum += double.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.Dispose();
        }

        return sum;
    }

    private static Process Begin(string connection, string name, int workers)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "StartupOrchestrator.Crash")) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["pace", connection, name, $"{workers}", "8"])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
