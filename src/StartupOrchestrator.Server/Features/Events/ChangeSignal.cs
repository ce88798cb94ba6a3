using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Features.Events;

/// <summary>Wakes all listening browsers at once when something was committed: one wait on the database for all of them.</summary>
public sealed class ChangeSignal(IServiceProvider services) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private TaskCompletionSource pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with true at the next change, or after a few seconds in any case; with false when the wait was given up.</summary>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Volatile.Read(ref pulse).Task.WaitAsync(cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var storage = services.GetRequiredService<IStorage>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await storage.WaitForChangeAsync(Longest, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            Interlocked.Exchange(ref pulse, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }
}
