using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>What makes an instance take a step. A stimulus whose addressee is gone changes nothing and says so.</summary>
public abstract record Stimulus;

/// <summary>Starts the instance.</summary>
/// <param name="Inputs">Inputs by name.</param>
public sealed record Start(IReadOnlyDictionary<string, JsonNode?>? Inputs = null) : Stimulus
{
    /// <summary>Id of the activity whose trigger started the instance; the flowchart begins there.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>What the trigger brought, for that activity.</summary>
    public JsonNode? TriggerPayload { get; init; }

    /// <summary>Correlation of the instance.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Name of the instance.</summary>
    public string? Name { get; init; }

    /// <summary>Instance that started this one as a child.</summary>
    public string? ParentInstanceId { get; init; }
}

/// <summary>Resumes one bookmark: an event came, a task was completed, the host answers an effect.</summary>
/// <param name="BookmarkId">Id of the bookmark.</param>
/// <param name="Payload">What it brought.</param>
public sealed record Resume(string BookmarkId, JsonNode? Payload = null) : Stimulus;

/// <summary>An awaited fact holds.</summary>
/// <param name="BookmarkId">Id of the bookmark.</param>
/// <param name="Payload">Details of the fact.</param>
public sealed record FactHolds(string BookmarkId, JsonNode? Payload = null) : Stimulus;

/// <summary>A fact that held was withdrawn; the activity that saw it, if still live, is told.</summary>
/// <param name="BookmarkId">Id of the bookmark.</param>
/// <param name="Reason">Why, for the journal.</param>
public sealed record FactRetracted(string BookmarkId, string? Reason = null) : Stimulus;

/// <summary>A timer fired.</summary>
/// <param name="BookmarkId">Id of the timer's bookmark.</param>
public sealed record TimerFired(string BookmarkId) : Stimulus;

/// <summary>A child instance is over.</summary>
/// <param name="ChildInstanceId">Id of the child.</param>
/// <param name="Status">Finished, Faulted or Cancelled.</param>
/// <param name="Outputs">Its outputs.</param>
public sealed record ChildEnded(string ChildInstanceId, InstanceSubStatus Status, IReadOnlyDictionary<string, JsonNode?>? Outputs = null) : Stimulus;

/// <summary>Cancels the whole instance.</summary>
/// <param name="Reason">Why, for the journal.</param>
public sealed record Cancel(string? Reason = null) : Stimulus;

/// <summary>Tries a blocked step again.</summary>
/// <param name="BlockedStepId">Id of the blocked step.</param>
public sealed record RetryStep(string BlockedStepId) : Stimulus;

/// <summary>Counts a blocked step as done.</summary>
/// <param name="BlockedStepId">Id of the blocked step.</param>
/// <param name="Outcome">Outcome to go on with.</param>
public sealed record SkipStep(string BlockedStepId, string Outcome = "Done") : Stimulus;

/// <summary>Cancels a blocked step: its path ends, joins stop counting on it.</summary>
/// <param name="BlockedStepId">Id of the blocked step.</param>
public sealed record CancelStep(string BlockedStepId) : Stimulus;
