using Orleans;
using Orleans.Hosting;
using Orleans.TestingHost;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Orleans.Hosting;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Orleans.Tests.Numbers;

/// <summary>What the cluster costs a step; measured only in the long form (<see cref="LongForm"/>).</summary>
public sealed class StepCostTests(ITestOutputHelper output)
{
    private const int Workers = 64;
    private const int Rounds = 5;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Step_in_the_cluster_costs_at_most_15_percent_more_than_in_process()
    {
        LongForm.Only();
        await using var database = await PostgreSqlServer.NewDatabaseAsync(DatabaseNature.Rehearsal);
        StartupRuntime? runtime = null;
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.HostActors(new ClusterSettings("") { Relays = false });
            silo.Services.AddSingleton(_ => runtime!);
        });
        await using var cluster = builder.Build();
        runtime = new StartupRuntime(
            ProbeActor.All, ProbeActor.Catalog, database.Storage, TimeProvider.System, null, new RuntimeOptions { Background = false }, null,
            local => new OrleansRuntime(() => cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>(), local, ProbeActor.Catalog, TimeProvider.System));
        await cluster.DeployAsync(TestContext.Current.CancellationToken);
        await MeasureAsync(runtime.Local, "warm");
        await MeasureAsync(runtime.Actors, "warm");
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var (inProcess, rate) = await MeasureAsync(runtime.Local, "local");
            var (inCluster, clusterRate) = await MeasureAsync(runtime.Actors, "cluster");
            output.WriteLine($"in process {inProcess:F0} us CPU a step, {rate:F0} steps/s; in the cluster {inCluster:F0} us, {clusterRate:F0} steps/s");
            ratios.Add(inCluster / inProcess);
        }

        await runtime.DisposeAsync();
        Assert.True(ratios.Order().ElementAt(Rounds / 2) <= 1.15, string.Join(", ", ratios));
    }

    /// <summary>Processor time of this process by step, and steps a second; the database's own time is not in it.</summary>
    private static async Task<(double MicrosecondsEach, double Rate)> MeasureAsync(IActorRuntime door, string name)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var began = TimeProvider.System.GetTimestamp();
        long steps = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(w => Task.Run(async () =>
        {
            while (TimeProvider.System.GetElapsedTime(began) < Each)
            {
                await door.SendAsync(new Envelope(Guid.NewGuid().ToString("n"), new ActorId(ActorKind.Task, $"{name}{w}"), new Add(1), new Origin("person/anna")), CancellationToken.None);
                Interlocked.Increment(ref steps);
            }
        })));
        process.Refresh();
        return ((process.TotalProcessorTime - cpu).TotalMicroseconds / steps, steps / TimeProvider.System.GetElapsedTime(began).TotalSeconds);
    }
}
