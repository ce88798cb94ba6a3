using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Flow;

/// <summary>Activities joined by connections; one start, derived from the drawing.</summary>
[Activity("Elsa.Flowchart", 1, "Flow", "A flowchart is a collection of activities and connections between them.", Hidden = true, Ports = ["activities"])]
public sealed class Flowchart : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (StartOf(step.Instance.Node, step.Burst.State.TriggerActivityId) is { } start) step.Schedule(start);
        else step.Complete();
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child)
    {
        if (child.IsTerminal)
        {
            step.Instance.Tokens = null;
            step.Complete();
            return;
        }

        if (UsesTokens(step)) TokenFlow.ChildCompleted(step, FlowOf(step), child);
        else CounterFlow.ChildCompleted(step, FlowOf(step), child);
    }

    /// <inheritdoc/>
    protected internal override void ChildCancelled(ActivityContext step, string activityId)
    {
        if (UsesTokens(step)) TokenFlow.ChildCancelled(step, activityId);
        else CounterFlow.ChildCancelled(step, FlowOf(step), activityId);
    }

    /// <inheritdoc/>
    protected internal override string? WhyStuck(ActivityContext step) => UsesTokens(step) ? TokenFlow.WhyStuck(step, FlowOf(step)) : null;

    /// <inheritdoc/>
    protected internal override void Unstick(ActivityContext step)
    {
        if (!UsesTokens(step) || !TokenFlow.ReleaseWaiting(step)) step.Complete();
    }

    /// <summary>The activity a flowchart begins with: the trigger that fired, else a Start activity, else one that can start the workflow, else the first without inbound connections, else the first.</summary>
    internal static GraphNode? StartOf(GraphNode flowchart, string? trigger)
    {
        var activities = flowchart.ChildrenOf("activities").ToList();
        var targets = flowchart.Element.Connections.Select(c => c.Target).ToHashSet(StringComparer.Ordinal);
        return (trigger is null ? null : activities.Find(a => a.Element.Id == trigger))
            ?? activities.Find(a => a.Behaviour is StartActivity)
            ?? activities.Find(a => a.Element.CanStartWorkflow)
            ?? activities.Find(a => !targets.Contains(a.Element.Id))
            ?? activities.FirstOrDefault();
    }

    internal static FlowGraph FlowOf(ActivityContext step)
    {
        var node = step.Instance.Node;
        return node.FlowFor(step.Burst.State.TriggerActivityId);
    }

    private static bool UsesTokens(ActivityContext step) => step.Burst.Context.FlowMode switch
    {
        FlowMode.AsDefined => step.Instance.Node.AsksForTokens,
        FlowMode.Counter => false,
        FlowMode.Token => true,
    };
}
