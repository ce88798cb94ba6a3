using NodaTime;

namespace StartupOrchestrator.Runtime.Storage;

/// <summary>What those who run the product look at and do with its database.</summary>
public interface IUpkeep
{
    /// <summary>How much waits, and how long.</summary>
    Task<WaitingCounts> CountAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Whether something may not leave; null when it may.</summary>
    Task<Hold?> FindHoldAsync(string name, CancellationToken cancellationToken);

    /// <summary>Lets it leave again; false when it was not held.</summary>
    Task<bool> ReleaseAsync(string name, CancellationToken cancellationToken);

    /// <summary>Waiting messages to a target (<c>mail</c>, <c>calendar</c>), oldest first.</summary>
    Task<IReadOnlyList<PendingMessage>> WaitingForAsync(IReadOnlyCollection<string> targets, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what nobody will ask for again: named events from before the moment that were matched, and undeliverable
    /// messages given up half a year before it. Journal, audit facts and command ids are never removed.
    /// </summary>
    /// <returns>Rows removed.</returns>
    Task<long> CleanAsync(Instant before, CancellationToken cancellationToken);
}

/// <summary>Something that may not leave until a person has looked.</summary>
/// <param name="Name">What.</param>
/// <param name="Since">Since when (UTC).</param>
/// <param name="Reason">Why.</param>
public sealed record Hold(string Name, Instant Since, string Reason)
{
    /// <summary>All outgoing mail and calendar entries.</summary>
    public const string Outgoing = "outgoing";
}

/// <summary>How much waits.</summary>
/// <param name="Messages">Messages to be delivered.</param>
/// <param name="Mails">Of them mails and calendar entries.</param>
/// <param name="Undeliverable">Messages that wait for a person.</param>
/// <param name="Timers">Timers set.</param>
/// <param name="MessageLag">Seconds since the oldest message was due; 0 when none is late.</param>
/// <param name="TimerLag">Seconds since the oldest timer was due; 0 when none is late.</param>
/// <param name="HorizonAge">Age of the oldest running transaction in seconds; live updates wait for it.</param>
/// <param name="ClockApart">Seconds by which this machine's clock is ahead of the database's; 0 where they are one machine.</param>
public sealed record WaitingCounts(long Messages, long Mails, long Undeliverable, long Timers, double MessageLag, double TimerLag, double HorizonAge, double ClockApart);
