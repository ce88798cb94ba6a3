using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Structured;

/// <summary>Runs one of two activities.</summary>
[Activity("Elsa.If", 1, "Branching", "Evaluate a Boolean condition to determine which activity to execute next.", Ports = ["then", "else"])]
[Input("condition", "Boolean", Default = false, Editor = "single-line", Description = "The condition to evaluate.")]
[Output("Result", "Boolean", "What the condition was.")]
public sealed class If : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var holds = step.Flag("condition");
        step.SetOutput("Result", holds);
        if (step.Instance.Node.Child(holds ? "then" : "else") is { } next) step.Schedule(next);
        else step.Complete();
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child) => step.Complete();

    /// <inheritdoc/>
    protected internal override void ChildCancelled(ActivityContext step, string activityId) => step.Complete();
}

/// <summary>Runs the activities of the first case that matches, or of all that match.</summary>
[Activity("Elsa.Switch", 1, "Branching", "Evaluate a set of case conditions and schedule the activity for a matching case.", Ports = ["default"])]
[Input("cases", "ICollection<Object>", Raw = true, Editor = "switch-editor", Description = "The cases to evaluate.")]
[Input("mode", "String", Default = "MatchFirst", Editor = "dropdown", Options = ["MatchFirst", "MatchAny"], Description = "Whether the first match is scheduled, or all matches.")]
[Output("Output", "Object")]
public sealed class Switch : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var matches = SwitchCases.Matching(step);
        var node = step.Instance.Node;
        if (!Flow.SwitchCases.TakesAll(step) && matches.Count > 1) matches.RemoveRange(1, matches.Count - 1);
        var scheduled = matches.Count > 0
            ? matches.Select(m => node.Child(string.Create(CultureInfo.InvariantCulture, $"cases[{m.Index}].activity"))).OfType<GraphNode>().ToList()
            : node.Child("default") is { } otherwise ? [otherwise] : [];
        step.Remember("left", scheduled.Count);
        foreach (var activity in scheduled) step.Schedule(activity);
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
