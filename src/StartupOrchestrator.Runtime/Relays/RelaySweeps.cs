using Microsoft.Extensions.Logging;
using NodaTime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Relays;

/// <summary>
/// One look at what waits in the database: messages, timers. Any number of processes may look at once; leases keep them
/// from doing the same work twice, and doing it twice does no harm.
/// </summary>
public sealed partial class RelaySweeps
{
    private readonly IDeliveryStore store;
    private readonly Dispatcher dispatcher;
    private readonly TimerFiring timers;
    private readonly TimeProvider time;
    private readonly RuntimeOptions options;
    private readonly ILogger log;

    internal RelaySweeps(IDeliveryStore store, Dispatcher dispatcher, TimerFiring timers, TimeProvider time, RuntimeOptions options, ILogger log)
    {
        this.store = store;
        this.dispatcher = dispatcher;
        this.timers = timers;
        this.time = time;
        this.options = options;
        this.log = log;
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Delivers what is due of the messages.</summary>
    /// <returns>How many were taken; more may be due when it is not 0.</returns>
    public async Task<int> MessagesAsync(CancellationToken cancellationToken)
    {
        var taken = await store.TakeMessagesAsync(Now, options.Lease, options.Parallelism * 4, cancellationToken).ConfigureAwait(false);
        await Parallel.ForEachAsync(taken, Bounds(cancellationToken), async (message, token) => await dispatcher.DeliverAsync(message, token).ConfigureAwait(false)).ConfigureAwait(false);
        return taken.Count;
    }

    /// <summary>Fires what is due of the timers.</summary>
    /// <returns>How many were taken; more may be due when it is not 0.</returns>
    public async Task<int> TimersAsync(CancellationToken cancellationToken)
    {
        var taken = await store.TakeTimersAsync(Now, options.Lease, options.Parallelism * 8, cancellationToken).ConfigureAwait(false);
        await Parallel.ForEachAsync(taken, Bounds(cancellationToken), FireAsync).ConfigureAwait(false);
        return taken.Count;
    }

    private async ValueTask FireAsync(DueTimer due, CancellationToken cancellationToken)
    {
        try
        {
            await timers.FireAsync(due, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogTimerFailed(log, due.Stream, due.Timer.Key, e);
        }
    }

    private ParallelOptions Bounds(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Key} of {Stream} failed; it is tried again when its lease ends.")]
    private static partial void LogTimerFailed(ILogger logger, string stream, string key, Exception e);
}
