using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Activities.Composition;

/// <summary>Starts a child instance for each item and, if wanted, waits for all of them.</summary>
[Activity("Elsa.BulkDispatchWorkflows", 1, "Composition", "Create new workflow instances for each item in the data source and dispatch them for execution.", Ports = ["childCompleted", "childFaulted"])]
[Input("workflowDefinitionId", "String", Required = true, Editor = "workflow-definition-picker", Label = "Workflow definition", Description = "The definition ID of the workflows to dispatch.")]
[Input("items", "Object", Description = "The data source to use for dispatching the workflows.")]
[Input("defaultItemInputKey", "String", Default = "Item", Description = "The input key under which an item is sent.")]
[Input("correlationIdFunction", "String", Lazy = true, Description = "An expression for the correlation ID of each child; getItem() is its item.")]
[Input("input", "ObjectDictionary", Description = "The input to send to all workflows.")]
[Input("waitForCompletion", "Boolean", Default = true, Editor = "checkbox", Description = "Wait for the dispatched workflows to complete before completing this activity.")]
[Input("startNewTrace", "Boolean", Description = "Kept for the host.")]
[Input("channelName", "String", Description = "Kept for the host.")]
[Outcome("Completed"), Outcome("Canceled"), Outcome("Done")]
public sealed class BulkDispatchWorkflows : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var definition = ChildWorkflows.Definition(step);
        var items = step.List("items");
        var wait = step.Flag("waitForCompletion");
        var key = step.Text("defaultItemInputKey") is { Length: > 0 } given ? given : "Item";
        for (var i = 0; i < items.Count; i++)
        {
            var inputs = ChildWorkflows.Inputs(step);
            if (items[i] is JsonObject fields)
                foreach (var (name, value) in fields) inputs[name] = value?.DeepClone();
            else inputs[key] = items[i]?.DeepClone();
            var correlation = Correlation(step, key, items[i]);
            if (wait) step.Waits.ForChild(definition, inputs, correlation, i);
            else step.Effects.StartChild(definition, inputs, correlation, i);
        }

        if (!wait || items.Count == 0) step.Complete();
        else step.Remember("left", items.Count);
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption)
    {
        var port = resumption.Payload.Text("subStatus") switch
        {
            nameof(InstanceSubStatus.Faulted) => "childFaulted",
            nameof(InstanceSubStatus.Finished) => "childCompleted",
            _ => null,
        };
        if (port is not null && step.Instance.Node.Child(port) is { } handler)
            step.Schedule(handler, variables: new Dictionary<string, JsonNode?> { ["ChildInstanceId"] = resumption.Payload.Text("workflowInstanceId") });
        else Count(step);
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child) => Count(step);

    /// <inheritdoc/>
    protected internal override void ChildCancelled(ActivityContext step, string activityId) => Count(step);

    private static void Count(ActivityContext step)
    {
        var left = (Values.Number(step.Recall("left")) ?? 1) - 1;
        step.Remember("left", left);
        if (left <= 0) step.Complete("Completed", "Done");
    }

    private static string? Correlation(ActivityContext step, string key, JsonNode? item) =>
        step.Element.Raw("correlationIdFunction") is JsonObject function
            ? Values.Text(step.Evaluate(function, ValueType.Text, new Dictionary<string, JsonNode?> { [Naming.Pascal(key)] = item }))
            : null;
}
