using System.Threading.Channels;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>One queue and the loop that empties it.</summary>
internal sealed class CommitWriter : IAsyncDisposable
{
    private readonly IStepStore store;
    private readonly Channel<PendingStep> queue;
    private readonly BatchQueue batches;
    private readonly Task loop;

    public CommitWriter(IStepStore store, int maxSteps, RuntimeOptions options)
    {
        this.store = store;
        queue = Channel.CreateBounded<PendingStep>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        batches = new BatchQueue(maxSteps, options.MaxBatchSize);
        loop = Task.Run(RunAsync);
    }

    /// <summary>Steps that no commit has taken yet.</summary>
    public int Waiting => queue.Reader.Count;

    public Task<CommitOutcome> CommitAsync(StepCommit step)
    {
        var pending = new PendingStep(step);
        return queue.Writer.TryWrite(pending)
            ? pending.Done.Task
            : Task.FromException<CommitOutcome>(new RuntimeBusyException("Too many commands are waiting to be written; nothing was decided. Try again in a moment."));
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (batches.HasDeferred || await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batches.Begin();
            while (!batches.IsFull && queue.Reader.TryRead(out var pending))
            {
                batches.Offer(pending);
            }

            await CommitAsync([.. batches.Batch]).ConfigureAwait(false);
        }
    }

    private async Task CommitAsync(PendingStep[] batch)
    {
        try
        {
            var began = TimeProvider.System.GetTimestamp();
            var outcomes = await store.CommitAsync([.. batch.Select(p => p.Step)], CancellationToken.None).ConfigureAwait(false);
            RuntimeTelemetry.Committed(batch.Length, TimeProvider.System.GetElapsedTime(began));
            for (var i = 0; i < batch.Length; i++)
            {
                batch[i].Done.TrySetResult(outcomes[i]);
            }
        }
        catch (BadStepException) when (batch.Length > 1)
        {
            // One bad step must not take its company down: halve until it stands alone.
            await CommitAsync(batch[..(batch.Length / 2)]).ConfigureAwait(false);
            await CommitAsync(batch[(batch.Length / 2)..]).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            foreach (var pending in batch)
            {
                pending.Done.TrySetException(e switch
                {
                    OutcomeUnknownException => new OutcomeUnknownException(e.Message, e),
                    RuntimeBusyException => new RuntimeBusyException(e.Message, e),
                    _ => e,
                });
            }
        }
    }
}
