using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;
using StartupOrchestrator.Runtime.Composition;

namespace StartupOrchestrator.Orleans.Hosting;

/// <summary>
/// This process's silo, in a host of its own beside the product's: it shares the product's runtime and nothing else, so
/// that the product's clock (virtual in a dry run) does not move the cluster's own timers.
/// </summary>
public sealed class ClusterMembership(ClusterSettings settings, IServiceProvider services, ILoggerFactory logs) : IHostedService, IClusterStatus, IAsyncDisposable
{
    private IHost? silo;

    /// <summary>Reaches every actor of the cluster.</summary>
    /// <exception cref="Runtime.RuntimeBusyException">This host has not joined yet, or has left.</exception>
    public IGrainFactory Grains => silo?.Services.GetRequiredService<IGrainFactory>() ?? throw new Runtime.RuntimeBusyException("This host has not joined the cluster yet. Try again in a moment.");

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton(TimeProvider.System);
        var runtime = services.GetRequiredService<StartupRuntime>();
        builder.Services.AddSingleton(_ => runtime);
        builder.Services.AddSingleton(runtime.Shells.Catalog);
        builder.UseOrleans(s => s.Join(settings));
        var host = builder.Build();
        await host.StartAsync(cancellationToken).ConfigureAwait(false);
        silo = host;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (silo is { } host)
        {
            await host.StopAsync(cancellationToken).ConfigureAwait(false);
            silo = null;
            host.Dispose();
        }
    }

    /// <inheritdoc/>
    public async Task<ClusterStatus> ReadAsync(CancellationToken cancellationToken) =>
        silo is { } host ? await host.Services.GetRequiredService<ClusterStatusReader>().ReadAsync(cancellationToken).ConfigureAwait(false) : new ClusterStatus([], []);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None).ConfigureAwait(false);
}
