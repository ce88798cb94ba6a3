using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Events;

/// <summary>Waits for a named event, or starts a workflow when it comes.</summary>
[Activity("Elsa.Event", 1, "Primitives", "Wait for an event to be published.", IsTrigger = true)]
[Input("eventName", "String", Required = true, Description = "The name of the event to listen for.")]
[Output("Result", "Object", "What the event brought.")]
public sealed class Event : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (step.IsTrigger)
        {
            step.SetOutput("Result", step.TriggerPayload);
            step.Complete();
            return;
        }

        step.Waits.For(BookmarkKinds.Event, new JsonObject { ["eventName"] = step.Text("eventName") });
    }
}

/// <summary>Publishes a named event.</summary>
[Activity("Elsa.PublishEvent", 1, "Primitives", "Publishes an event.")]
[Input("eventName", "String", Required = true, Description = "The name of the event to publish.")]
[Input("correlationId", "String", Description = "The correlation ID to scope the event to.")]
[Input("isLocalEvent", "Boolean", Description = "Whether only the current workflow instance hears the event.")]
[Input("payload", "Object", Description = "The payload to send as the event body.")]
public sealed class PublishEventActivity : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var name = step.Text("eventName") ?? throw new ActivityFaultException("The name of the event is missing.");
        step.Effects.Publish(name, step.Input("payload"), step.Text("correlationId"), step.Flag("isLocalEvent"));
        step.Complete();
    }
}

/// <summary>Has something done outside and waits until it is reported as done.</summary>
[Activity("Elsa.RunTask", 1, "Primitives", "Requests a given task to be run.")]
[Input("taskName", "String", Required = true, Description = "The name of the task being requested.")]
[Input("payload", "ObjectDictionary", Description = "Any additional parameters to send to the task.")]
[Output("TaskId", "String", "The id to report the task's completion with.")]
[Output("Result", "Object", "What was reported.")]
public sealed class RunTask : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var id = $"{step.WorkflowInstanceId}/{step.ActivityInstanceId}";
        step.SetOutput("TaskId", id);
        step.Waits.For(BookmarkKinds.Task, new JsonObject
        {
            ["taskId"] = id,
            ["taskName"] = step.Text("taskName"),
            ["payload"] = step.Input("payload")?.DeepClone(),
        });
    }
}
