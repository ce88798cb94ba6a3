namespace StartupOrchestrator.Runtime.Storage;

/// <summary>What became of one step of a batch.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>It is durable.</summary>
    public sealed record Committed : CommitOutcome;

    /// <summary>The same command id was accepted before, with this body and answer: nothing was written.</summary>
    public sealed record Repeated(string BodyHash, string? Answer, long Version) : CommitOutcome;

    /// <summary>The stream is at another version (here with its state and the hash of its last entry), or was locked for a moment (same version): nothing was written.</summary>
    public sealed record Conflict(long Version, string? State, string? Head) : CommitOutcome;

    /// <summary>A stream that the decision relied on has changed: decide again with new evidence.</summary>
    public sealed record EvidenceChanged(string Stream) : CommitOutcome;

    /// <summary>A claimed name is held by another stream.</summary>
    public sealed record ClaimTaken(string Claim) : CommitOutcome;
}
