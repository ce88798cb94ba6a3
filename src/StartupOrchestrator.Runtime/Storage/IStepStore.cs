namespace StartupOrchestrator.Runtime.Storage;

/// <summary>Where steps become durable. One implementation a database; all pass the same conformance suite.</summary>
public interface IStepStore
{
    /// <summary>Commits the steps together; at most one a stream. Each has its own outcome: a losing step does not harm the others.</summary>
    /// <exception cref="OutcomeUnknownException">The connection broke; any of them may be durable. Send the same steps again.</exception>
    /// <exception cref="RuntimeBusyException">The database takes nothing now (full, away); none is durable.</exception>
    Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken);

    /// <summary>The state document of a stream; null when it does not exist.</summary>
    Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken);

    /// <summary>A stored answer; null when the command id is not known.</summary>
    Task<StoredAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken cancellationToken);
}

/// <summary>A state document.</summary>
/// <param name="Version">Number of journal entries behind it.</param>
/// <param name="State">JSON text.</param>
/// <param name="Head">Hash of the last journal entry: the next one chains to it.</param>
public sealed record StoredState(long Version, string State, string Head);

/// <summary>What was answered to a command id.</summary>
public sealed record StoredAnswer(string BodyHash, string? Answer, long Version);
