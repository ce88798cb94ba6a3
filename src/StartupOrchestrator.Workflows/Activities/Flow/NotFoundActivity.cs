using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Flow;

/// <summary>Stands for an activity whose type is not known. The document keeps it word for word.</summary>
[Activity("Elsa.NotFoundActivity", 1, "System", "An activity whose type is not known here.", Hidden = true)]
public sealed class NotFoundActivity : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) =>
        throw new ActivityFaultException($"Activity type '{step.Element.Type}' version '{step.Element.Version}' could not be found.");
}
