using System.Collections.Concurrent;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Local;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Relays;

/// <summary>
/// Brings messages to actors in this process right after the commit that wrote them, in order per (source, target).
/// What it misses, the sweep finds: the rows stay until the receiver's commit deletes them.
/// </summary>
internal sealed class HandOver(Dispatcher dispatcher, IDeliveryStore store, RuntimeOptions options) : IAsyncDisposable
{
    private const int Page = 100;
    private readonly ConcurrentDictionary<(string Source, string Target), Lane> lanes = new();
    private readonly SemaphoreSlim slots = new(options.Parallelism);
    private readonly CancellationTokenSource stop = new();

    /// <summary>Takes the messages of a commit.</summary>
    public void Committed(ActorCell cell, StepCommit step)
    {
        foreach (var row in step.Outbox)
        {
            if (ActorId.TryParse(row.Target, out _) && !stop.IsCancellationRequested)
            {
                Enqueue(cell, step.Stream, row);
            }
        }
    }

    /// <summary>Stops; what is under way is finished or left to the sweep.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(lanes.Values.Select(l => l.Run)).ConfigureAwait(false);
        slots.Dispose();
        stop.Dispose();
    }

    private void Enqueue(ActorCell cell, string source, OutboxRow row)
    {
        while (true)
        {
            var lane = lanes.GetOrAdd((source, row.Target), static _ => new Lane());
            lock (lane)
            {
                if (lane.Closed)
                {
                    continue;
                }

                lane.Rows.Enqueue(new PendingMessage(row.Id, source, row.Target, row.Sequence, row.Payload, row.Due, 0, null));
                if (lane.Rows.Count == 1 && !lane.Running)
                {
                    lane.Running = true;
                    lane.Run = Task.Run(() => RunAsync(cell, source, row.Target, lane));
                }

                return;
            }
        }
    }

    private async Task RunAsync(ActorCell cell, string source, string target, Lane lane)
    {
        while (true)
        {
            PendingMessage message;
            lock (lane)
            {
                if (!lane.Rows.TryDequeue(out message!))
                {
                    lane.Closed = true;
                    lanes.TryRemove(new KeyValuePair<(string, string), Lane>((source, target), lane));
                    return;
                }
            }

            await slots.WaitAsync().ConfigureAwait(false);
            try
            {
                if (!await (cell.IsSettled(target) ? dispatcher.DeliverAsync(message, stop.Token) : CatchUpAsync(source, target)).ConfigureAwait(false))
                {
                    Abandon(cell, target, lane);
                }
                else
                {
                    cell.Settle(target);
                }
            }
            catch (Exception)
            {
                // The row is still there: the sweep delivers it and reports what is wrong.
                Abandon(cell, target, lane);
            }
            finally
            {
                slots.Release();
            }
        }
    }

    /// <summary>Older messages may be waiting that this process knows nothing of: deliver all of the pair from the table.</summary>
    private async Task<bool> CatchUpAsync(string source, string target)
    {
        while (true)
        {
            var waiting = await store.PendingAsync(source, target, Page, stop.Token).ConfigureAwait(false);
            foreach (var message in waiting)
            {
                if (!await dispatcher.DeliverAsync(message, stop.Token).ConfigureAwait(false))
                {
                    return false;
                }
            }

            if (waiting.Count < Page)
            {
                return true;
            }
        }
    }

    private static void Abandon(ActorCell cell, string target, Lane lane)
    {
        cell.Unsettle(target);
        lock (lane)
        {
            lane.Rows.Clear();
        }
    }

    private sealed class Lane
    {
        public Queue<PendingMessage> Rows { get; } = new();

        public bool Running { get; set; }

        public Task Run { get; set; } = Task.CompletedTask;

        public bool Closed { get; set; }
    }
}
