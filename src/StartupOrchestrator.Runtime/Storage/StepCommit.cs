using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Runtime.Storage;

/// <summary>Everything that one command changes, as one transaction: all of it is written or none.</summary>
/// <param name="Stream">Text form of the actor's id.</param>
/// <param name="ExpectedVersion">The version that was decided on; 0 for a new stream. Checked by the statement that writes.</param>
/// <param name="State">The state document after it (JSON text, the exact bytes that are kept).</param>
/// <param name="CommandId">See <see cref="Envelope.CommandId"/>.</param>
/// <param name="BodyHash">SHA-256 (hex) of target, command and origin: another body under the same id is refused.</param>
public sealed record StepCommit(string Stream, long ExpectedVersion, string State, string CommandId, string BodyHash)
{
    /// <summary>The answer kept for repeats (JSON text).</summary>
    public string? Answer { get; init; }

    /// <summary>New journal entries, versions <see cref="ExpectedVersion"/> + 1 and on.</summary>
    public ImmutableArray<JournalEntry> Journal { get; init; } = [];

    /// <summary>The audit fact of this command.</summary>
    public AuditFact? Audit { get; init; }

    /// <summary>The actor's row for lists.</summary>
    public ViewRow? View { get; init; }

    /// <summary>Messages to others.</summary>
    public ImmutableArray<OutboxRow> Outbox { get; init; } = [];

    /// <summary>The outbox row that delivered this command; deleted by this commit.</summary>
    public string? ConsumedOutboxId { get; init; }

    /// <summary>Timers set or replaced.</summary>
    public ImmutableArray<TimerRow> Timers { get; init; } = [];

    /// <summary>Keys of timers removed (a fired one among them).</summary>
    public ImmutableArray<string> ClearedTimers { get; init; } = [];

    /// <summary>Waits for named events, added.</summary>
    public ImmutableArray<EventBookmark> Bookmarks { get; init; } = [];

    /// <summary>Waits for named events, removed.</summary>
    public ImmutableArray<string> ClearedBookmarks { get; init; } = [];

    /// <summary>Named events published.</summary>
    public ImmutableArray<PublishedEvent> Published { get; init; } = [];

    /// <summary>Personal values that the entries refer to.</summary>
    public ImmutableArray<SealedValue> Personal { get; init; } = [];

    /// <summary>Names claimed and given up; a name held by another stream refuses the whole step.</summary>
    public ImmutableArray<string> Claimed { get; init; } = [];

    /// <inheritdoc cref="Claimed"/>
    public ImmutableArray<string> Released { get; init; } = [];

    /// <summary>Streams whose versions the decision relied on; checked and locked for share by the commit.</summary>
    public ImmutableArray<(string Stream, long Version)> Evidence { get; init; } = [];

    /// <summary>The stream's version after the step.</summary>
    public long Version => ExpectedVersion + Journal.Length;

    /// <summary>Hash of the last journal entry after the step.</summary>
    public string Head => Journal[^1].Hash;

    /// <summary>About how many characters it writes; batches are bounded by it.</summary>
    public int Size => State.Length + (View is null ? 0 : 500) + Journal.Sum(e => e.Data.Length + 400) + Outbox.Sum(o => o.Payload.Length + 100);
}

/// <summary>One line of the journal. The hash covers every field before it, over exactly these texts.</summary>
/// <param name="Version">Position within the stream, from 1, without gaps.</param>
/// <param name="Type">Contract name of the event.</param>
/// <param name="TypeVersion">Version of its shape.</param>
/// <param name="BusinessTime">When it happened in the world (UTC).</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="By">Who acted.</param>
/// <param name="CommandId">By which command.</param>
/// <param name="Cause">Definition, version, activity and instance of the plan that asked; empty when a person did.</param>
/// <param name="Data">The event (JSON text).</param>
/// <param name="PreviousHash">Hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 (hex).</param>
public sealed record JournalEntry(
    long Version, string Type, int TypeVersion, Instant BusinessTime, Instant RecordedAt, string By, string CommandId, string Cause,
    string Data, string PreviousHash, string Hash);

/// <summary>Who, when, what, old, new and why of one command; what pages show as history.</summary>
/// <param name="Version">The actor's version after it.</param>
/// <param name="At">When it was recorded (UTC).</param>
/// <param name="By">Who acted.</param>
/// <param name="OnBehalfOf">For whom.</param>
/// <param name="Reason">Why: JSON of a <see cref="PersonalRef"/>.</param>
/// <param name="Command">Contract name of the command.</param>
/// <param name="Cause">As in <see cref="JournalEntry.Cause"/>.</param>
/// <param name="Changes">JSON array of {field, old, new} over the actor's row for lists.</param>
public sealed record AuditFact(long Version, Instant At, string By, string? OnBehalfOf, string? Reason, string Command, string Cause, string Changes);

/// <summary>A message to another actor or to the world; leaves at least once, in order per source and target.</summary>
/// <param name="Id">Stable key; for an actor the command id, for a mail the Message-ID's left part.</param>
/// <param name="Target">Stream of the receiver, or <c>mail</c>, <c>calendar</c>, <c>events</c>.</param>
/// <param name="Sequence">Order among the rows of one source: version and ordinal.</param>
/// <param name="Payload">JSON text; no personal values.</param>
public sealed record OutboxRow(string Id, string Target, long Sequence, string Payload)
{
    /// <summary>Not swept before this moment (UTC): leaves time for the hand-over in process.</summary>
    public Instant Due { get; init; }
}

/// <summary>A timer of a stream.</summary>
/// <param name="Key">Name within the stream.</param>
/// <param name="Generation">The version that set it; makes the command id of the firing.</param>
/// <param name="Due">When (UTC).</param>
/// <param name="Command">Sent to the stream itself (JSON text with contract name).</param>
public sealed record TimerRow(string Key, long Generation, Instant Due, string Command);

/// <summary>A stream's wait for a named event.</summary>
public sealed record EventBookmark(string Bookmark, string Name, string? Correlation)
{
    /// <summary>When the wait began (UTC): events published before do not match.</summary>
    public Instant Since { get; init; }
}

/// <summary>A named event that was published.</summary>
public sealed record PublishedEvent(string Id, string Name, string? Correlation, string? Payload, Instant At);
