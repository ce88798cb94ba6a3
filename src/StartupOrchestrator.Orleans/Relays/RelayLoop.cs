using Microsoft.Extensions.Logging;
using StartupOrchestrator.Runtime.Composition;

namespace StartupOrchestrator.Orleans.Relays;

/// <summary>Sweeps while its owner lives: at once after each change that the database tells of, and every second in any case.</summary>
internal sealed partial class RelayLoop : IAsyncDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private readonly string name;
    private readonly StartupRuntime runtime;
    private readonly Func<CancellationToken, Task<int>> sweep;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly CancellationTokenSource stop = new();
    private readonly Task run;
    private long carried;
    private long looked;

    public RelayLoop(string name, StartupRuntime runtime, Func<CancellationToken, Task<int>> sweep, TimeProvider time, ILogger log)
    {
        this.name = name;
        this.runtime = runtime;
        this.sweep = sweep;
        this.time = time;
        this.log = log;
        run = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>How many it has carried.</summary>
    public long Carried => Volatile.Read(ref carried);

    /// <summary>When it last looked.</summary>
    public DateTimeOffset Looked => new(Volatile.Read(ref looked), TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await run.ConfigureAwait(false);
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var count = await sweep(stop.Token).ConfigureAwait(false);
                Interlocked.Add(ref carried, count);
                Volatile.Write(ref looked, time.GetUtcNow().Ticks);
                if (count == 0)
                {
                    await Task.Delay(Breath, time, stop.Token).ConfigureAwait(false);
                    await runtime.Storage.WaitForChangeAsync(runtime.Options.Poll, stop.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(log, name, e);
                await Task.WhenAny(Task.Delay(runtime.Options.Poll, time, stop.Token)).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The relay of {What} failed; it tries again.")]
    private static partial void LogFailed(ILogger logger, string what, Exception e);
}
