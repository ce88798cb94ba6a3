using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Structured;

/// <summary>Runs its body while a condition holds; the condition is looked at before each run.</summary>
[Activity("Elsa.While", 1, "Looping", "Execute an activity while a given condition evaluates to true.", Ports = ["body"])]
[Input("condition", "Boolean", Default = false, Lazy = true, Editor = "single-line", Description = "The condition to evaluate.")]
public sealed class While : Loop
{
    /// <inheritdoc/>
    protected override void Next(ActivityContext step)
    {
        var body = step.Instance.Node.Child("body");
        if (body is not null && step.Flag("condition")) step.Schedule(body);
        else step.Complete();
    }
}

/// <summary>Runs its body for each number of a range.</summary>
[Activity("Elsa.For", 1, "Looping", "Iterate over a sequence of steps between a start and an end number.", Ports = ["body"])]
[Input("start", "Int32", Default = 0, Description = "The start step.")]
[Input("end", "Int32", Default = 0, Description = "The end step.")]
[Input("step", "Int32", Default = 1, Description = "The step size. To count down, enter a negative number.")]
[Input("outerBoundInclusive", "Boolean", Default = true, Description = "Whether the end step is included.")]
[Output("CurrentValue", "Object")]
public sealed class For : Loop
{
    private static readonly string[] Bounds = ["start", "end", "step"];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        foreach (var name in Bounds) step.Remember(name, step.Input(name)?.DeepClone());
        step.Remember("inclusive", step.Flag("outerBoundInclusive"));
        base.Execute(step);
    }

    /// <inheritdoc/>
    protected override void Next(ActivityContext step)
    {
        long Kept(string name) => (long)(Values.Number(step.Recall(name)) ?? 0);
        var (end, by) = (Kept("end"), Kept("step"));
        var current = step.Recall("current") is null ? Kept("start") : Kept("current") + by;
        var inclusive = Values.Truth(step.Recall("inclusive"));
        var goesOn = by >= 0 ? (inclusive ? current <= end : current < end) : (inclusive ? current >= end : current > end);
        var body = step.Instance.Node.Child("body");
        if (!goesOn || body is null)
        {
            step.Complete();
            return;
        }

        step.Remember("current", current);
        step.SetOutput("CurrentValue", current);
        step.Schedule(body, variables: new Dictionary<string, JsonNode?> { ["CurrentValue"] = current });
    }
}

/// <summary>Runs its body for each item, one after the other.</summary>
[Activity("Elsa.ForEach", 1, "Looping", "Iterate over a set of values.", Ports = ["body"])]
[Input("items", "ICollection<Object>", Description = "The set of values to iterate.")]
[Output("CurrentValue", "Object", "The current value.")]
public sealed class ForEach : Loop
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var items = step.Input("items");
        if (items is null && step.Element.Inputs.GetValueOrDefault("items") is not null) throw new ActivityFaultException("There is no list of items: it is null");
        step.Remember("items", items?.DeepClone());
        base.Execute(step);
    }

    /// <inheritdoc/>
    protected override void Next(ActivityContext step)
    {
        var items = step.Recall("items") as JsonArray ?? [];
        var index = (int)(Values.Number(step.Recall("index")) ?? 0);
        var body = step.Instance.Node.Child("body");
        if (index >= items.Count)
        {
            step.Complete();
            return;
        }

        var value = items[index]?.DeepClone();
        step.SetOutput("CurrentValue", value);
        if (body is null)
        {
            step.Complete();
            return;
        }

        step.Remember("index", index + 1);
        step.Schedule(body, variables: new Dictionary<string, JsonNode?> { ["CurrentIndex"] = index, ["CurrentValue"] = value });
    }
}

/// <summary>Runs its body for all items at once.</summary>
[Activity("Elsa.ParallelForEach", 1, "Looping", "Schedule an activity for each item in parallel.", Ports = ["body"])]
[Input("items", "Object", Description = "The items to iterate through.")]
public sealed class ParallelForEach : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        // What is no list has no items here, a list that stands as text among it, as in the original.
        var items = step.Input("items") as JsonArray ?? [];
        if (items.Count == 0)
        {
            step.Complete();
            return;
        }

        var body = step.Instance.Node.Child("body") ?? throw new ActivityFaultException("There are items, but no body to run for them");

        step.Remember("left", items.Count);
        for (var i = 0; i < items.Count; i++)
            step.Schedule(body, variables: new Dictionary<string, JsonNode?> { ["CurrentValue"] = items[i]?.DeepClone(), ["CurrentIndex"] = i });
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
