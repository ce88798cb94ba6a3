namespace StartupOrchestrator.Runtime.Storage;

/// <summary>Where steps become durable. One implementation a database; all pass the same conformance suite.</summary>
public interface IStepStore
{
    /// <summary>Commits the steps together; at most one a stream. Each has its own outcome: a losing step does not harm the others.</summary>
    /// <exception cref="OutcomeUnknownException">The connection broke; any of them may be durable. Send the same steps again.</exception>
    /// <exception cref="RuntimeBusyException">The database takes nothing now (full, away); none is durable.</exception>
    /// <exception cref="BadStepException">One of them cannot be written by anybody; none is durable. Find it by halving.</exception>
    Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken);

    /// <summary>
    /// Decides and commits while the stream is locked against all other writers: the way out of repeated conflicts.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="decide">Gets the locked state (null: it does not exist); returns null to write nothing.</param>
    /// <param name="cancellationToken">Ends the wait for the lock.</param>
    /// <returns>The outcome; null when there was nothing to write.</returns>
    Task<CommitOutcome?> CommitLockedAsync(string stream, Func<StoredState?, Task<StepCommit?>> decide, CancellationToken cancellationToken);

    /// <summary>The state document of a stream; null when it does not exist.</summary>
    /// <exception cref="RuntimeBusyException">The database does not answer.</exception>
    Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken);

    /// <summary>A stored answer; null when the command id is not known.</summary>
    /// <exception cref="RuntimeBusyException">The database does not answer.</exception>
    Task<StoredAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken cancellationToken);
}

/// <summary>A state document.</summary>
/// <param name="Version">Number of journal entries behind it.</param>
/// <param name="State">JSON text.</param>
/// <param name="Head">Hash of the last journal entry: the next one chains to it.</param>
public sealed record StoredState(long Version, string State, string Head);

/// <summary>What was answered to a command id.</summary>
public sealed record StoredAnswer(string BodyHash, string? Answer, long Version);
