namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>What happens to an instance when one of its activities faults.</summary>
public enum IncidentStrategy
{
    /// <summary>The instance ends as Faulted; work that is already queued still runs, as in Elsa.</summary>
    Fault,

    /// <summary>The faulted activity becomes a blocked step; other branches go on.</summary>
    ContinueWithIncidents,
}

/// <summary>Options of a workflow definition that the engine reads.</summary>
public sealed record WorkflowOptions
{
    /// <summary>Chosen strategy, or null for the default of the host.</summary>
    public IncidentStrategy? IncidentStrategy { get; init; }

    /// <summary>Whether other workflows may use this one as an activity.</summary>
    public bool UsableAsActivity { get; init; }

    /// <summary>Whether consumers follow when a new version is published.</summary>
    public bool AutoUpdateConsumingWorkflows { get; init; }

    /// <summary>Palette category when used as an activity.</summary>
    public string? ActivityCategory { get; init; }

    /// <summary>Name of the activation strategy, kept for the host.</summary>
    public string? ActivationStrategy { get; init; }
}
