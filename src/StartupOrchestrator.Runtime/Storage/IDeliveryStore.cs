using NodaTime;

namespace StartupOrchestrator.Runtime.Storage;

/// <summary>What waits to leave. Any number of processes may take from it; a lease keeps them from doing the same work twice.</summary>
public interface IDeliveryStore
{
    /// <summary>
    /// Takes messages that are due: of each (source, target) only the oldest, so that they leave in order and a failing
    /// one holds up its own pair alone. Taken ones are not due again before <paramref name="now"/> plus <paramref name="lease"/>.
    /// </summary>
    Task<IReadOnlyList<PendingMessage>> TakeMessagesAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken);

    /// <summary>All that waits from a source to a target, in order, due or not.</summary>
    Task<IReadOnlyList<PendingMessage>> PendingAsync(string source, string target, int limit, CancellationToken cancellationToken);

    /// <summary>Removes a delivered message; nothing happens when it is gone.</summary>
    Task CompleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>Notes a failed attempt and when to try again.</summary>
    /// <param name="id">Which.</param>
    /// <param name="due">When to try again (UTC).</param>
    /// <param name="error">What went wrong; no personal values.</param>
    /// <param name="giveUp">Keeps it as undeliverable: it no longer holds up its pair and waits for a person.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task PostponeAsync(string id, Instant due, string error, bool giveUp, CancellationToken cancellationToken);

    /// <summary>Undeliverable messages, oldest first.</summary>
    Task<IReadOnlyList<PendingMessage>> UndeliverableAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Makes an undeliverable message deliverable again.</summary>
    Task ReviveAsync(string id, Instant due, CancellationToken cancellationToken);

    /// <summary>Takes timers that are due, by due, stream and key.</summary>
    Task<IReadOnlyList<DueTimer>> TakeTimersAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken);

    /// <summary>A timer as it is set now; null when it is not.</summary>
    Task<TimerRow?> FindTimerAsync(string stream, string key, CancellationToken cancellationToken);

    /// <summary>Removes a setting of a timer that its actor refused; nothing happens when it was set anew.</summary>
    Task ClearTimerAsync(string stream, string key, long generation, CancellationToken cancellationToken);

    /// <summary>The earliest moment (UTC) at which a message or a timer is due; null when nothing waits.</summary>
    Task<Instant?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>A published event.</summary>
    Task<PublishedEvent?> FindEventAsync(string id, CancellationToken cancellationToken);

    /// <summary>Who waits for an event: name equal, correlation equal or absent on either side, waiting since before it.</summary>
    Task<IReadOnlyList<WaitingBookmark>> WaitersAsync(PublishedEvent published, CancellationToken cancellationToken);

    /// <summary>A bookmark that is still set; null when it is not.</summary>
    Task<EventBookmark?> FindBookmarkAsync(string stream, string bookmark, CancellationToken cancellationToken);

    /// <summary>Events published after the wait began that match it.</summary>
    Task<IReadOnlyList<PublishedEvent>> PublishedForAsync(EventBookmark bookmark, CancellationToken cancellationToken);
}

/// <summary>A message that waits.</summary>
/// <param name="Id">As in <see cref="OutboxRow"/>.</param>
/// <param name="Source">Stream of the sender.</param>
/// <param name="Target">As in <see cref="OutboxRow"/>.</param>
/// <param name="Sequence">As in <see cref="OutboxRow"/>.</param>
/// <param name="Payload">As in <see cref="OutboxRow"/>.</param>
/// <param name="Due">Next attempt (UTC).</param>
/// <param name="Attempts">Failed attempts so far.</param>
/// <param name="Error">What went wrong last.</param>
public sealed record PendingMessage(string Id, string Source, string Target, long Sequence, string Payload, Instant Due, int Attempts, string? Error);

/// <summary>A timer that is due.</summary>
public sealed record DueTimer(string Stream, TimerRow Timer);

/// <summary>A bookmark with its stream.</summary>
public sealed record WaitingBookmark(string Stream, string Bookmark);
