using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Something that happened in an instance, for its journal. The time of the step is the time of its facts.</summary>
/// <param name="Kind">One of <see cref="FactKinds"/>.</param>
/// <param name="ActivityInstanceId">The activity concerned; null for the instance as a whole.</param>
/// <param name="NodeId">Its node in the graph.</param>
/// <param name="Data">Details; not to be changed.</param>
public sealed record JournalFact(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("activity")] string? ActivityInstanceId,
    [property: JsonPropertyName("node")] string? NodeId,
    [property: JsonPropertyName("data")] JsonNode? Data = null);

/// <summary>Contract names of journal facts.</summary>
public static class FactKinds
{
    /// <summary>The instance started.</summary>
    public const string InstanceStarted = "instance-started";

    /// <summary>The instance ended well.</summary>
    public const string InstanceFinished = "instance-finished";

    /// <summary>The instance ended by a fault.</summary>
    public const string InstanceFaulted = "instance-faulted";

    /// <summary>Cancelling began.</summary>
    public const string InstanceCancelling = "instance-cancelling";

    /// <summary>The instance is cancelled.</summary>
    public const string InstanceCancelled = "instance-cancelled";

    /// <summary>An activity began.</summary>
    public const string ActivityStarted = "activity-started";

    /// <summary>Inputs of an activity that are not constants of the definition, where the step records values.</summary>
    public const string InputsEvaluated = "inputs-evaluated";

    /// <summary>An output of an activity with its value, where the step records values.</summary>
    public const string OutputGiven = "output-given";

    /// <summary>An activity ended; data holds its outcomes.</summary>
    public const string ActivityCompleted = "activity-completed";

    /// <summary>An activity failed; data holds the message.</summary>
    public const string ActivityFaulted = "activity-faulted";

    /// <summary>An activity was cancelled.</summary>
    public const string ActivityCancelled = "activity-cancelled";

    /// <summary>An activity waits; data holds the kind.</summary>
    public const string WaitStarted = "wait-started";

    /// <summary>A wait ended by its stimulus.</summary>
    public const string WaitEnded = "wait-ended";

    /// <summary>A variable was set; data holds its name and value.</summary>
    public const string VariableSet = "variable-set";

    /// <summary>An output was set; data holds its name and value.</summary>
    public const string OutputSet = "output-set";

    /// <summary>A step became blocked; data holds cause and message.</summary>
    public const string StepBlocked = "step-blocked";

    /// <summary>A blocked step was retried, skipped or cancelled.</summary>
    public const string StepUnblocked = "step-unblocked";

    /// <summary>A failed activity will be tried again; data holds when.</summary>
    public const string RetryPlanned = "retry-planned";

    /// <summary>A further arrival at a join that has fired already was ignored.</summary>
    public const string JoinArrivalIgnored = "join-arrival-ignored";

    /// <summary>A stimulus found nobody to take it.</summary>
    public const string StimulusIgnored = "stimulus-ignored";

    /// <summary>A fact that an activity had seen was withdrawn.</summary>
    public const string FactRetracted = "fact-retracted";

    /// <summary>The instance moved to another version of its definition.</summary>
    public const string Migrated = "migrated";
}
