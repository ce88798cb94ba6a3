using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Activities.Flow;

/// <summary>Where a flowchart begins.</summary>
[Activity("Elsa.Start", 1, "Flow", "A milestone activity that marks the start of a flowchart.")]
public sealed class StartActivity : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => step.Complete();
}

/// <summary>Completes the flowchart around it.</summary>
[Activity("Elsa.End", 1, "Flow", "A milestone activity that marks the end of a flowchart.")]
public sealed class EndActivity : Activity
{
    /// <inheritdoc/>
    protected internal override bool IsTerminal => true;

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => step.Complete();
}

/// <summary>Goes one of two ways.</summary>
[Activity("Elsa.FlowDecision", 1, "Branching", "Evaluate a Boolean condition to determine which path to execute next.", Label = "Decision")]
[Input("condition", "Boolean", Default = false, Editor = "single-line", Description = "The condition to evaluate.")]
[Outcome("True"), Outcome("False")]
public sealed class FlowDecision : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => step.Complete(step.Flag("condition") ? "True" : "False");
}

/// <summary>Goes several ways at once.</summary>
[Activity("Elsa.FlowFork", 1, "Branching", "Branch execution into multiple branches that will be executed in parallel.", Label = "Fork (flow)")]
[Input("branches", "ICollection<String>", Editor = "dynamic-outcomes", Description = "The names of the branches; each is a port.")]
public sealed class FlowFork : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (step.Input("branches") is not JsonArray branches) step.Complete();
        else if (branches.Count == 0) step.CompleteWithoutOutcome();
        else step.Complete([.. branches.Select(b => Values.Text(b) ?? "")]);
    }
}

/// <summary>Brings branches together.</summary>
[Activity("Elsa.FlowJoin", 1, "Branching", "Explicitly merge multiple branches into a single branch of execution.", Label = "Join")]
[Input("mode", "String", Default = "WaitAny", Editor = "dropdown", Options = ["WaitAll", "WaitAllActive", "WaitAny"], Description = "Whether to go on with the first branch (WaitAny), with all that are active (WaitAllActive), or only when every branch arrives (WaitAll).")]
public sealed class FlowJoin : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        // A branch that was scheduled before the join and waits since then is not needed any more.
        if (step.Instance.Parent is { Node.Behaviour: Flowchart } flowchart)
        {
            var outer = new ActivityContext(step.Burst, flowchart);
            JoinModes.CancelAncestors(outer, Flowchart.FlowOf(outer), step.Element.Id);
        }

        step.Complete();
    }
}

/// <summary>Goes the ways whose conditions hold.</summary>
[Activity("Elsa.FlowSwitch", 1, "Branching", "Evaluate a set of case conditions and follow the ports of the matching cases.", Label = "Switch (flow)")]
[Input("cases", "ICollection<Object>", Raw = true, Editor = "flow-switch-editor", Description = "The cases to evaluate.")]
[Input("mode", "String", Default = "MatchFirst", Editor = "dropdown", Options = ["MatchFirst", "MatchAny"], Description = "Whether the first match is followed, or all matches.")]
[Outcome("Default")]
public sealed class FlowSwitch : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var matches = SwitchCases.Matching(step);
        if (matches.Count == 0) step.Complete("Default");
        else if (SwitchCases.TakesAll(step)) step.Complete([.. matches.Select(m => m.Label)]);
        else step.Complete(matches[0].Label);
    }
}

/// <summary>Runs one embedded activity.</summary>
[Activity("Elsa.FlowNode", 1, "Flow", "A simple container that executes the specified activity.", Label = "Container", Ports = ["body"])]
public sealed class FlowNode : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (step.Instance.Node.Child("body") is { } body) step.Schedule(body);
        else step.Complete();
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child) => step.Complete();
}

/// <summary>The cases of both kinds of switches.</summary>
internal static class SwitchCases
{
    private static readonly ValueType Boolean = ValueType.Find("Boolean")!;

    /// <summary>Whether all matches are taken, not the first alone.</summary>
    /// <exception cref="ActivityFaultException">The mode is none.</exception>
    public static bool TakesAll(ActivityContext step) => step.Text("mode") switch
    {
        "MatchAny" or "1" => true,
        null or "" or "MatchFirst" or "0" => false,
        var mode => throw new ActivityFaultException($"there is no mode '{mode}'"),
    };

    /// <summary>All cases whose condition holds, with their index, in order.</summary>
    public static List<(int Index, string Label)> Matching(ActivityContext step)
    {
        var result = new List<(int, string)>();
        var cases = step.Element.Raw("cases").Elements() ?? [];
        for (var i = 0; i < cases.Count; i++)
        {
            if (cases[i] is not JsonObject one) continue;
            if (Values.Truth(step.Evaluate(one["condition"], Boolean))) result.Add((i, one.Text("label") ?? ""));
        }

        return result;
    }
}
