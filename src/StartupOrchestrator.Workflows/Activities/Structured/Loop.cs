using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Structured;

/// <summary>An activity that runs its body again and again, and stops after the current run when a Break inside asks for it.</summary>
public abstract class Loop : Activity
{
    private const string BreakKey = "$break";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => Next(step);

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child)
    {
        if (IsBreaking(step.Instance)) step.Complete();
        else Next(step);
    }

    /// <inheritdoc/>
    protected internal override void ChildCancelled(ActivityContext step, string activityId) => Next(step);

    /// <summary>Schedules the next run of the body, or completes.</summary>
    protected abstract void Next(ActivityContext step);

    internal static void Break(ActivityInstance instance)
    {
        instance.Memory ??= [];
        instance.Memory[BreakKey] = JsonValue.Create(true);
    }

    internal static bool IsBreaking(ActivityInstance instance) => instance.Memory?.ContainsKey(BreakKey) == true;
}
