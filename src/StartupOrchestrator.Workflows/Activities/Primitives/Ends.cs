using StartupOrchestrator.Workflows.Activities.Structured;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Primitives;

/// <summary>Ends the nearest loop around it after the current run.</summary>
[Activity("Elsa.Break", 1, "Looping", "Break out of a loop.")]
public sealed class Break : Activity
{
    /// <inheritdoc/>
    protected internal override bool IsTerminal => true;

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        foreach (var holder in step.Instance.SelfAndAncestors().Skip(1))
        {
            if (holder.Node.Behaviour is Sequence or Fork or Loop) Loop.Break(holder);
            if (holder.Node.Behaviour is Loop) break;
        }

        step.Complete();
    }
}

/// <summary>Finishes the whole instance at once.</summary>
[Activity("Elsa.Finish", 1, "Primitives", "Mark the workflow as finished.")]
public sealed class Finish : Activity
{
    /// <inheritdoc/>
    protected internal override bool IsTerminal => true;

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        step.Burst.Queue.Clear();
        step.Burst.FinishRequested = true;
    }
}

/// <summary>Fails on purpose.</summary>
[Activity("Elsa.Fault", 1, "Primitives", "Faults the workflow.")]
[Input("code", "String", Description = "Code to categorise the fault.")]
[Input("category", "String", Description = "Category of the fault, as HTTP.")]
[Input("faultType", "String", Description = "Type of the fault, as System or Business.")]
[Input("message", "String", Editor = "multi-line", Description = "The message to include with the fault.")]
public sealed class Fault : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) =>
        throw new ActivityFaultException(step.Text("message") ?? step.Text("code") ?? "Fault");
}
