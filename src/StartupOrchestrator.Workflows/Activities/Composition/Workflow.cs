using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Composition;

/// <summary>
/// The workflow itself, and a workflow used as an activity: the same instance, a scope of its own in which its inputs and
/// outputs are variables.
/// </summary>
[Activity("Elsa.Workflow", 1, "Workflows", "A workflow, or a workflow used as an activity.", Hidden = true, Ports = ["root"])]
public sealed class Workflow : Activity
{
    internal const string OutcomesKey = "$outcomes";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var node = step.Instance.Node;
        if (node.Parent is not null) BindInputs(step, node);
        if (node.Child("root") is { } root) step.Schedule(root);
        else throw new ActivityFaultException($"Workflow '{node.Composite?.Name}' uses itself as an activity");
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child)
    {
        // Compensation runs below the workflow itself and never completes it.
        if (step.Burst.State.SubStatus == InstanceSubStatus.Cancelling) return;
        if (step.Instance.Node.Parent is not null)
        {
            foreach (var output in step.Instance.Node.Composite!.Outputs)
                step.SetOutput(output.Name, step.Instance.Variables?.GetValueOrDefault(output.Name));
        }

        var outcomes = step.Recall(OutcomesKey) as JsonArray;
        step.Complete(outcomes is null ? [] : [.. outcomes.Select(o => (string)o!)]);
    }

    private static void BindInputs(ActivityContext step, GraphNode node)
    {
        var variables = step.Instance.Variables ??= [];
        var composite = node.Composite!;
        for (var i = 0; i < composite.Inputs.Count; i++)
            variables[composite.Inputs[i].Name] = InputEvaluator.Evaluate(step.Burst, step.Instance, node.Inputs[i], composite.Inputs[i].Name);
        foreach (var output in composite.Outputs) variables.TryAdd(output.Name, null);
        foreach (var variable in composite.Variables) variables[variable.Name] = variable.Default;
    }
}
