using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Structured;

/// <summary>Runs its activities one after the other.</summary>
[Activity("Elsa.Sequence", 1, "Workflows", "Execute a set of activities in sequence.", Hidden = true, Ports = ["activities"])]
public sealed class Sequence : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => Next(step);

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child)
    {
        if (child.IsTerminal || Loop.IsBreaking(step.Instance)) step.Complete();
        else Next(step);
    }

    /// <inheritdoc/>
    protected internal override void ChildCancelled(ActivityContext step, string activityId) => Next(step);

    private static void Next(ActivityContext step)
    {
        var index = (int)(Values.Number(step.Recall("index")) ?? 0);
        if (step.Instance.Node.Child($"activities[{index}]") is not { } next)
        {
            step.Complete();
            return;
        }

        step.Remember("index", index + 1);
        step.Schedule(next);
    }
}

/// <summary>Runs its activities at once and completes when all have.</summary>
[Activity("Elsa.Parallel", 1, "Workflows", "Execute a set of activities in parallel.", Hidden = true, Ports = ["activities"])]
public sealed class Parallel : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var children = step.Instance.Node.ChildrenOf("activities").ToList();
        step.Remember("left", children.Count);
        foreach (var child in children) step.Schedule(child);
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child) => Count(step);

    /// <inheritdoc/>
    protected internal override void ChildCancelled(ActivityContext step, string activityId) => Count(step);

    private static void Count(ActivityContext step)
    {
        var left = (Values.Number(step.Recall("left")) ?? 1) - 1;
        step.Remember("left", left);
        if (left <= 0) step.Complete();
    }
}

/// <summary>Runs branches at once and completes when all have, or when the first has.</summary>
[Activity("Elsa.Fork", 1, "Control Flow", "Branch execution into multiple branches.", Hidden = true, Ports = ["branches"])]
[Input("joinMode", "String", Default = "WaitAll", Raw = true, Editor = "dropdown", Options = ["WaitAll", "WaitAny"], Description = "Whether to go on when all branches have completed, or with the first.")]
public sealed class Fork : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        foreach (var branch in step.Instance.Node.ChildrenOf("branches")) step.Schedule(branch);
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child)
    {
        if (Loop.IsBreaking(step.Instance) || WaitsForOne(step)) step.Complete();
        else Count(step, child.ActivityId);
    }

    /// <inheritdoc/>
    protected internal override void ChildCancelled(ActivityContext step, string activityId) => Count(step, activityId);

    private static bool WaitsForOne(ActivityContext step)
    {
        var raw = step.Element.Raw("joinMode");
        if (raw is JsonObject input) raw = step.Evaluate(input, Definitions.ValueType.Text);
        return Values.Text(raw) is "WaitAny" or "1";
    }

    private static void Count(ActivityContext step, string activityId)
    {
        var done = step.Recall("done")?.DeepClone() as JsonArray ?? [];
        if (!done.Any(d => (string?)d == activityId)) done.Add(activityId);
        step.Remember("done", done);
        if (step.Instance.Node.ChildrenOf("branches").All(b => done.Any(d => (string?)d == b.Element.Id))) step.Complete();
    }
}
