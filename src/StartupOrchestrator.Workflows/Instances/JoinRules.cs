using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Instances;

/// <summary>
/// What a flowchart has counted must keep its meaning: a join at which something has arrived keeps its inbound
/// connections, or the instance does not move.
/// </summary>
internal static class JoinRules
{
    public static void Check(MigrationPlan plan, InstanceState state, ActivityInstance instance, GraphNode old, GraphNode target, List<string> refusals)
    {
        var before = old.FlowFor(state.TriggerActivityId);
        var after = target.FlowFor(state.TriggerActivityId is { } trigger ? plan.TargetId(trigger) : null);
        foreach (var join in old.ChildrenOf("activities"))
        {
            var id = join.Element.Id;
            if (!HasArrivals(state, instance, before, id)) continue;
            var kept = before.ForwardInbound(id).Select(plan.TargetKey).ToHashSet();
            var given = after.ForwardInbound(plan.TargetId(id)).Select(c => c.Key).ToHashSet();
            if (!kept.SetEquals(given))
                refusals.Add($"Something has arrived at '{join.Element.DisplayName ?? id}' ({id}), and the new version leads other connections there.");
        }
    }

    /// <summary>Brings counts over. A connection that is new counts as visited as often as its target has run or is running, so that the target's next run needs it.</summary>
    public static FlowScope Move(MigrationPlan plan, InstanceState state, ActivityInstance instance, GraphNode old, GraphNode target)
    {
        var flow = instance.Flow!;
        var trigger = state.TriggerActivityId;
        var keys = old.Element.Connections.ToDictionary(c => c.Key, plan.TargetKey);
        var known = target.Element.Connections.Select(c => c.Key).ToHashSet();
        var moved = flow.Map(
            activity => target.ChildById(plan.TargetId(activity)) is null ? null : plan.TargetId(activity),
            key => keys.GetValueOrDefault(key) is { } mapped && known.Contains(mapped) ? mapped : null);
        var graph = target.FlowFor(trigger is null ? null : plan.TargetId(trigger));
        var kept = keys.Values.ToHashSet();
        foreach (var connection in target.Element.Connections.Where(c => !kept.Contains(c.Key) && !graph.IsBackward(c)))
        {
            for (var visits = moved.VisitsOf(connection.Target) + Running(state, instance, connection.Target, plan); visits > 0; visits--) moved.VisitConnection(connection.Key, followed: false);
        }

        return moved;
    }

    private static bool HasArrivals(InstanceState state, ActivityInstance instance, FlowGraph graph, string activity)
    {
        if (instance.Tokens?.Any(t => t.IsLive && t.To == activity) == true && Running(state, instance, activity, null) == 0) return true;
        return instance.Flow is { } flow && graph.ForwardInbound(activity).Any(c => flow.VisitsOfConnection(c.Key) > flow.VisitsOf(activity) + Running(state, instance, activity, null));
    }

    /// <summary>1 while the activity runs for arrivals that its visit count does not show yet, else 0.</summary>
    private static int Running(InstanceState state, ActivityInstance flowchart, string activity, MigrationPlan? plan) =>
        state.Activities.Any(a => a.ParentId == flowchart.Id && !a.ByBackwardConnection && !a.IsOver && IdOf(a, plan) == activity) ? 1 : 0;

    private static string IdOf(ActivityInstance instance, MigrationPlan? plan)
    {
        var id = instance.NodeId[(instance.NodeId.LastIndexOf(':') + 1)..];
        return plan is null ? id : plan.TargetId(id);
    }
}
