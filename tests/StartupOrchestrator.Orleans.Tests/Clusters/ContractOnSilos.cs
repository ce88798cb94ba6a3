using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Hosting;
using Orleans.TestingHost;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Orleans.Hosting;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Local;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Orleans.Tests.Clusters;

/// <summary>Makes the runtime's own tests run on a cluster: each fixture's actors live on two silos over its storage.</summary>
internal static class ContractOnSilos
{
    [ModuleInitializer]
    internal static void Use() => RuntimeFixture.Elsewhere = (storage, time, options, handlers, local) => Deploy(storage, time, options, handlers, local).GetAwaiter().GetResult();

    private static async Task<IActorHost> Deploy(IStorage storage, TimeProvider time, RuntimeOptions options, IEffectHandler[] handlers, LocalRuntime local)
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.HostActors(new ClusterSettings("") { Relays = false });
            silo.Services.AddSingleton(ProbeActor.Catalog);
            silo.Services.AddSingleton(sp => Started(new StartupRuntime(
                ProbeActor.All, sp.GetRequiredService<ContractCatalog>(), storage, time, () => handlers, options with { Sweep = false }, null,
                local => new OrleansRuntime(sp.GetRequiredService<IGrainFactory>, local, ProbeActor.Catalog, time))));
        });
        var cluster = builder.Build();
        await cluster.DeployAsync().ConfigureAwait(false);
        return new Door(cluster, new OrleansRuntime(() => cluster.Client, local, ProbeActor.Catalog, time));
    }

    private static StartupRuntime Started(StartupRuntime runtime)
    {
        runtime.Start();
        return runtime;
    }

    private sealed class Door(InProcessTestCluster cluster, OrleansRuntime runtime) : IActorHost, IAsyncDisposable
    {
        public Task<CommandResult> SendAsync(Envelope envelope, CancellationToken cancellationToken) => runtime.SendAsync(envelope, cancellationToken);

        public Task<CommandResult> DeliverAsync(Delivery delivery, CancellationToken cancellationToken) => runtime.DeliverAsync(delivery, cancellationToken);

        public Task<ActorSnapshot?> ReadAsync(ActorId id, CancellationToken cancellationToken) => runtime.ReadAsync(id, cancellationToken);

        public async ValueTask DisposeAsync()
        {
            Assert.Equal(0, runtime.DecidedForOwner);
            await cluster.DisposeAsync();
        }
    }
}
