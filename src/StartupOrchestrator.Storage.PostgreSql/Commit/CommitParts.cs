using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql.Commit;

/// <summary>
/// What a batch needs besides state, journal, audit and command ids. A statement has only the parts that its batch needs:
/// setting up a write that then finds no row costs the server more than a step does.
/// </summary>
[Flags]
internal enum CommitParts
{
    None = 0,

    /// <summary>A stream's first step.</summary>
    Created = 1,

    /// <summary>A step of a stream that exists.</summary>
    Moved = 2,

    /// <summary>Rows for lists.</summary>
    Shown = 4,

    /// <summary>Messages to others.</summary>
    Sent = 8,

    /// <summary>Messages that have arrived.</summary>
    Delivered = 16,

    /// <summary>Timers, bookmarks and published events.</summary>
    Waits = 32,

    /// <summary>Versions relied on, names claimed and given up.</summary>
    Guarded = 64,

    /// <summary>Sealed personal values.</summary>
    Sealed = 128,

    /// <summary>Whatever a step may hold.</summary>
    All = 255,
}

/// <summary>Which parts steps need.</summary>
internal static class CommitPartsOf
{
    public static CommitParts Batch(IReadOnlyList<StepCommit> steps)
    {
        var parts = CommitParts.None;
        foreach (var step in steps)
        {
            parts |= Step(step);
        }

        return parts;
    }

    private static CommitParts Step(StepCommit step)
    {
        var waits = step.Timers.Length + step.ClearedTimers.Length + step.Bookmarks.Length + step.ClearedBookmarks.Length + step.Published.Length;
        var guards = step.Evidence.Length + step.Claimed.Length + step.Released.Length;
        return (step.ExpectedVersion == 0 ? CommitParts.Created : CommitParts.Moved)
            | Where(step.View is not null, CommitParts.Shown)
            | Where(step.Outbox.Length > 0, CommitParts.Sent)
            | Where(step.ConsumedOutboxId is not null, CommitParts.Delivered)
            | Where(waits > 0, CommitParts.Waits)
            | Where(guards > 0, CommitParts.Guarded)
            | Where(step.Personal.Length > 0, CommitParts.Sealed);
    }

    private static CommitParts Where(bool needed, CommitParts part) => needed ? part : CommitParts.None;
}
