using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Local;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Composition;

/// <summary>Registers the runtime with a host.</summary>
public static class RuntimeRegistration
{
    /// <summary>
    /// Adds <see cref="IActorRuntime"/>, the storage roles and the background deliveries. The host registers
    /// <see cref="IActorType"/>s, one <see cref="ContractCatalog"/>, one <see cref="IStorage"/> and any
    /// <see cref="IEffectHandler"/>s; <see cref="TimeProvider.System"/> unless it registers another clock. A cluster
    /// registers who hosts what as <c>Func&lt;LocalRuntime, IActorHost&gt;</c>.
    /// </summary>
    public static IServiceCollection AddStartupRuntime(this IServiceCollection services, RuntimeOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(sp => new StartupRuntime(
            sp.GetServices<IActorType>(), sp.GetRequiredService<ContractCatalog>(), sp.GetRequiredService<IStorage>(), sp.GetRequiredService<TimeProvider>(),
            () => sp.GetServices<IEffectHandler>(), options, sp.GetService<ILoggerFactory>()?.CreateLogger("StartupOrchestrator.Runtime"),
            sp.GetService<Func<LocalRuntime, IActorHost>>()));
        services.AddSingleton(sp => sp.GetRequiredService<StartupRuntime>().Actors);
        services.AddSingleton(sp => sp.GetRequiredService<StartupRuntime>().Driver);
        services.AddSingleton(sp => sp.GetRequiredService<IStorage>().Views);
        services.AddSingleton(sp => sp.GetRequiredService<IStorage>().Journal);
        services.AddSingleton(sp => sp.GetRequiredService<IStorage>().Personal);
        services.AddSingleton(sp => sp.GetRequiredService<IStorage>().Blobs);
        services.AddSingleton(sp => sp.GetRequiredService<IStorage>().Deliveries);
        services.AddHostedService<RuntimeHost>();
        return services;
    }

    private sealed class RuntimeHost(StartupRuntime runtime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            runtime.Start();
            return Task.CompletedTask;
        }

        public async Task StopAsync(CancellationToken cancellationToken) => await runtime.DisposeAsync().ConfigureAwait(false);
    }
}
