using Microsoft.Extensions.Logging;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Local;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Relays;

/// <summary>The loops of a server: sweep messages, fire timers. Each survives whatever happens to the database.</summary>
public sealed partial class BackgroundRelays : IAsyncDisposable
{
    private readonly RelaySweeps sweeps;
    private readonly HandOver handOver;
    private readonly LocalRuntime runtime;
    private readonly TimeProvider time;
    private readonly RuntimeOptions options;
    private readonly ILogger log;
    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim wake = new(0, 1);
    private Task[] loops = [];

    internal BackgroundRelays(
        LocalRuntime runtime, IDeliveryStore store, Dispatcher dispatcher, RelaySweeps sweeps, TimeProvider time, RuntimeOptions options, ILogger log)
    {
        this.runtime = runtime;
        this.sweeps = sweeps;
        this.time = time;
        this.options = options;
        this.log = log;
        handOver = new HandOver(dispatcher, store, options);
    }

    /// <summary>Starts the loops and the hand-over.</summary>
    public void Start()
    {
        runtime.Committed += OnCommitted;
        loops = options.Sweep
            ? [Task.Run(() => LoopAsync("messages", SweepMessagesAsync)), Task.Run(() => LoopAsync("timers", SweepTimersAsync))]
            : [Task.Run(() => LoopAsync("idle actors", EvictIdleAsync))];
    }

    /// <summary>Ends the loops; what is under way is finished or left to the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested)
        {
            return;
        }

        runtime.Committed -= OnCommitted;
        await stop.CancelAsync().ConfigureAwait(false);
        await handOver.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(loops).ConfigureAwait(false);
    }

    private void OnCommitted(ActorCell cell, StepCommit step)
    {
        handOver.Committed(cell, step);
        if (step.Outbox.Any(o => o.Target is OutboxTargets.Mail or OutboxTargets.Calendar or OutboxTargets.Http or OutboxTargets.Events) && wake.CurrentCount == 0)
        {
            try
            {
                wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else woke the loop in the same instant.
            }
        }
    }

    private async Task LoopAsync(string name, Func<Task<bool>> sweep)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!await sweep().ConfigureAwait(false))
                {
                    await PauseAsync(name).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogSweepFailed(log, name, e);
                await PauseAsync(name).ConfigureAwait(false);
            }
        }
    }

    private async Task PauseAsync(string name)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var delay = Task.Delay(options.Poll, time, linked.Token);
        await Task.WhenAny(name == "messages" ? wake.WaitAsync(linked.Token) : delay, delay).ConfigureAwait(false);
        await linked.CancelAsync().ConfigureAwait(false);
    }

    private async Task<bool> SweepMessagesAsync() => await sweeps.MessagesAsync(stop.Token).ConfigureAwait(false) > 0;

    private async Task<bool> SweepTimersAsync()
    {
        runtime.EvictIdle();
        return await sweeps.TimersAsync(stop.Token).ConfigureAwait(false) > 0;
    }

    private Task<bool> EvictIdleAsync()
    {
        runtime.EvictIdle();
        return Task.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweeping {What} failed; trying again.")]
    private static partial void LogSweepFailed(ILogger logger, string what, Exception e);
}
