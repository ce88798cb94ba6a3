using NodaTime;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Driving;

/// <summary>
/// Delivers everything from one place, one thing at a time, in a fixed order: the same commands on the same clock give
/// the same records. Needs <see cref="Composition.RuntimeOptions.Background"/> false.
/// </summary>
public sealed class RuntimeDriver(IDeliveryStore store, Dispatcher dispatcher, TimerFiring timers, TimeProvider time)
{
    private const int Page = 256;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Delivers messages and fires timers that are due at the clock's present moment, until none is left.</summary>
    /// <returns>Number of deliveries.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        while (true)
        {
            var messages = await store.TakeMessagesAsync(Now, Duration.Zero, Page, cancellationToken).ConfigureAwait(false);
            foreach (var message in messages)
            {
                await dispatcher.DeliverAsync(message, cancellationToken).ConfigureAwait(false);
                delivered++;
            }

            if (messages.Count > 0)
            {
                continue;
            }

            var due = await store.TakeTimersAsync(Now, Duration.Zero, 1, cancellationToken).ConfigureAwait(false);
            if (due.Count == 0)
            {
                return delivered;
            }

            await timers.FireAsync(due[0], cancellationToken).ConfigureAwait(false);
            delivered++;
        }
    }

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
