using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Composition;

/// <summary>Runs another workflow as a child instance.</summary>
[Activity("Elsa.ExecuteWorkflow", 1, "Composition", "Create a new workflow instance of the specified workflow and execute it.")]
[Input("workflowDefinitionId", "String", Required = true, Editor = "workflow-definition-picker", Label = "Workflow definition", Description = "The definition ID of the workflow to execute.")]
[Input("correlationId", "String", Description = "The correlation ID to associate the workflow with.")]
[Input("input", "ObjectDictionary", Description = "The input to send to the workflow.")]
[Input("waitForCompletion", "Boolean", Editor = "checkbox", Description = "Wait for the child workflow to complete before completing this activity.")]
[Output("Result", "Object", "Id, status, sub-status and output of the child.")]
public sealed class ExecuteWorkflow : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var definition = ChildWorkflows.Definition(step);
        var inputs = ChildWorkflows.Inputs(step);
        if (step.Flag("waitForCompletion"))
        {
            step.Waits.ForChild(definition, inputs, step.Text("correlationId"));
            return;
        }

        var id = step.Effects.StartChild(definition, inputs, step.Text("correlationId"));
        step.SetOutput("Result", new JsonObject { ["workflowInstanceId"] = id, ["status"] = "Running", ["subStatus"] = "Pending", ["output"] = new JsonObject() });
        step.Complete();
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption)
    {
        var result = (JsonObject)(resumption.Payload?.DeepClone() ?? new JsonObject());

        // Scripts written for either spelling of the result find their member.
        foreach (var (name, value) in result.ToList()) result[char.ToUpperInvariant(name[0]) + name[1..]] = value?.DeepClone();
        step.SetOutput("Result", result);
        step.Complete();
    }
}

/// <summary>Sends another workflow off as a child instance; its outputs are the result.</summary>
[Activity("Elsa.DispatchWorkflow", 1, "Composition", "Create a new workflow instance of the specified workflow and dispatch it for execution.")]
[Input("workflowDefinitionId", "String", Required = true, Editor = "workflow-definition-picker", Label = "Workflow definition", Description = "The definition ID of the workflow to dispatch.")]
[Input("correlationId", "String", Description = "The correlation ID to associate the workflow with.")]
[Input("input", "ObjectDictionary", Description = "The input to send to the workflow.")]
[Input("waitForCompletion", "Boolean", Editor = "checkbox", Description = "Wait for the child workflow to complete before completing this activity.")]
[Input("startNewTrace", "Boolean", Description = "Kept for the host.")]
[Input("channelName", "String", Description = "Kept for the host.")]
[Output("Result", "Object", "The outputs of the child.")]
public sealed class DispatchWorkflow : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var definition = ChildWorkflows.Definition(step);
        var inputs = ChildWorkflows.Inputs(step);
        if (step.Flag("waitForCompletion"))
        {
            step.Waits.ForChild(definition, inputs, step.Text("correlationId"));
            return;
        }

        step.Effects.StartChild(definition, inputs, step.Text("correlationId"));
        step.Complete();
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption)
    {
        step.SetOutput("Result", (resumption.Payload as JsonObject)?["output"]?.DeepClone());
        step.Complete();
    }
}

internal static class ChildWorkflows
{
    public static string Definition(ActivityContext step) =>
        step.Text("workflowDefinitionId") is { Length: > 0 } id ? id : throw new ActivityFaultException("The workflow to start is missing.");

    public static Dictionary<string, JsonNode?> Inputs(ActivityContext step) =>
        new(step.Map("input")) { ["ParentInstanceId"] = step.WorkflowInstanceId };
}
