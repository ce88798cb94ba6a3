using NodaTime;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Driving;

/// <summary>
/// Delivers everything from one place, in rounds whose order is fixed: the same commands on the same clock give the same
/// records. Needs <see cref="Composition.RuntimeOptions.Background"/> false.
/// </summary>
public sealed class RuntimeDriver(IDeliveryStore store, Dispatcher dispatcher, TimerFiring timers, TimeProvider time)
{
    private const int Page = 20_000;
    private const int AtOnce = 16;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Delivers messages and fires timers that are due at the clock's present moment, until none is left.</summary>
    /// <returns>Number of deliveries.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        while (true)
        {
            var messages = await store.TakeMessagesAsync(Now, Duration.Zero, Page, cancellationToken).ConfigureAwait(false);
            if (messages.Count > 0)
            {
                await DeliverRoundAsync(messages, cancellationToken).ConfigureAwait(false);
                delivered += messages.Count;
                continue;
            }

            var due = await store.TakeTimersAsync(Now, Duration.Zero, Page, cancellationToken).ConfigureAwait(false);
            if (due.Count == 0)
            {
                return delivered;
            }

            await EachAsync(due.GroupBy(t => t.Stream), timers.FireAsync, cancellationToken).ConfigureAwait(false);
            delivered += due.Count;
        }
    }

    /// <summary>
    /// One round: each actor gets its messages in an order that follows from who sent them, whatever other actors do at the
    /// same time, so that commits share their syncs and the records stay the same. Mails and the like come after, those of one
    /// sender in order: rendering them speaks to it.
    /// </summary>
    private async Task DeliverRoundAsync(IReadOnlyList<PendingMessage> messages, CancellationToken cancellationToken)
    {
        var ordered = messages.OrderBy(m => m.Target, StringComparer.Ordinal).ThenBy(m => m.Source, StringComparer.Ordinal).ThenBy(m => m.Sequence).ToList();
        var toActors = ordered.Where(m => m.Target.Contains('/', StringComparison.Ordinal)).GroupBy(m => m.Target);
        await EachAsync(toActors, dispatcher.DeliverAsync, cancellationToken).ConfigureAwait(false);
        var outside = ordered.Where(m => !m.Target.Contains('/', StringComparison.Ordinal)).GroupBy(m => m.Source);
        await EachAsync(outside, dispatcher.DeliverAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Groups side by side, what is in a group one after another.</summary>
    private static Task EachAsync<T>(IEnumerable<IGrouping<string, T>> groups, Func<T, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(groups, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (group, cancellation) =>
        {
            foreach (var item in group)
            {
                await act(item, cancellation).ConfigureAwait(false);
            }
        });

    /// <summary>
    /// Delivers everything up to a moment, moving a <see cref="VirtualClock"/> from one due moment to the next. On any
    /// other clock nothing later than now is delivered.
    /// </summary>
    /// <returns>When the next thing is due; null when nothing waits for time.</returns>
    public async Task<Instant?> RunUntilIdleAsync(Instant upTo, CancellationToken cancellationToken)
    {
        while (true)
        {
            await DeliverDueAsync(cancellationToken).ConfigureAwait(false);
            var next = await NextDueAsync(cancellationToken).ConfigureAwait(false);
            if (next is null || next > upTo || time is not VirtualClock clock)
            {
                return next;
            }

            clock.AdvanceTo(next.Value);
        }
    }

    /// <summary>The earliest moment (UTC) at which something is due; null when nothing waits for time.</summary>
    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) => store.NextDueAsync(cancellationToken);
}
