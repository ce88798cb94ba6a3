using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace StartupOrchestrator.Orleans.Relays;

/// <summary>Asks both relays now and then whether they live: after their host died, asking makes them live elsewhere.</summary>
internal sealed partial class RelayKeeper(IGrainFactory grains, TimeProvider time, ILogger<RelayKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await AskAsync(RelayGrain.Messages);
                await AskAsync(RelayGrain.Timers);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task AskAsync(string relay)
    {
        try
        {
            await grains.GetGrain<IRelayGrain>(relay).KeepGoingAsync();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNoAnswer(log, relay, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The relay of {Relay} does not answer ({Error}); asked again.")]
    private static partial void LogNoAnswer(ILogger logger, string relay, string error);
}
