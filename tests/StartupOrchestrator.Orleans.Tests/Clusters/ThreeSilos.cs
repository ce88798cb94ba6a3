using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Hosting;
using Orleans.TestingHost;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Orleans.Hosting;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Orleans.Tests.Clusters;

/// <summary>Three silos over one PostgreSQL, each with a storage, a cache and relays of its own, as three processes would have.</summary>
internal sealed class ThreeSilos : IAsyncDisposable
{
    private readonly List<StartupRuntime> runtimes = [];

    private ThreeSilos(TestDatabase database, InProcessTestCluster cluster)
    {
        Database = database;
        Cluster = cluster;
    }

    public TestDatabase Database { get; }

    public InProcessTestCluster Cluster { get; private set; }

    public RecordingHandler Mail { get; } = new();

    /// <summary>The runtimes of living silos, in no order.</summary>
    public IEnumerable<StartupRuntime> Runtimes => Cluster.GetActiveSilos().Select(Of);

    public static StartupRuntime Of(InProcessSiloHandle silo) => silo.ServiceProvider.GetRequiredService<StartupRuntime>();

    public static async Task<ThreeSilos> StartAsync(Func<ClusterSettings, ClusterSettings>? change = null, Func<IStorage, IStorage>? storage = null)
    {
        var database = await PostgreSqlServer.NewDatabaseAsync(DatabaseNature.Rehearsal);
        var settings = new ClusterSettings(database.ConnectionString!);
        settings = change?.Invoke(settings) ?? settings;
        var builder = new InProcessTestClusterBuilder(3);
        var silos = new ThreeSilos(database, null!);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.HostActors(settings);
            silo.KeepNotes(settings);
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddSingleton(ProbeActor.Catalog);
            silo.Services.AddSingleton(sp => silos.Compose(sp, storage));
            silo.Services.AddHostedService<Starter>();
        });
        silos.Cluster = builder.Build();
        await silos.Cluster.DeployAsync();
        return silos;
    }

    public Task<CommandResult> SendAsync(ActorId target, Command command, string? id = null, int from = 0) =>
        Runtimes.ElementAt(from % 3).Actors.SendAsync(new Envelope(id ?? Guid.NewGuid().ToString("n"), target, command, new Origin("person/anna")), TestContext.Current.CancellationToken);

    public async Task<ProbeState> StateAsync(ActorId id) =>
        (await Runtimes.First().Actors.ReadAsync(id, TestContext.Current.CancellationToken))?.State as ProbeState ?? new ProbeActor(id.Kind).Empty;

    public static async Task EventuallyAsync(Func<Task<bool>> holds, double seconds = 30)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(seconds), "It did not come about in time.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        foreach (var runtime in runtimes)
        {
            await runtime.DisposeAsync();
            await runtime.Storage.DisposeAsync();
        }

        await Database.DisposeAsync();
    }

    private StartupRuntime Compose(IServiceProvider services, Func<IStorage, IStorage>? change)
    {
        var storage = Database.OpenAnotherAsync().GetAwaiter().GetResult();
        var runtime = new StartupRuntime(
            ProbeActor.All, services.GetRequiredService<ContractCatalog>(), change?.Invoke(storage) ?? storage, TimeProvider.System, () => [Mail], new RuntimeOptions { Sweep = false }, null,
            local => new OrleansRuntime(services.GetRequiredService<IGrainFactory>, local, ProbeActor.Catalog, TimeProvider.System));
        lock (runtimes)
        {
            runtimes.Add(runtime);
        }

        return runtime;
    }

    private sealed class Starter(StartupRuntime runtime) : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            runtime.Start();
            return Task.CompletedTask;
        }

        public async Task StopAsync(CancellationToken cancellationToken) => await runtime.DisposeAsync();
    }
}
