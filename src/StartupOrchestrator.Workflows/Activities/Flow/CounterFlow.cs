using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Flow;

/// <summary>
/// The default way of a flowchart. Every end of an activity visits all its outbound connections, followed or not; a join
/// compares visit counts, so a path that is not taken never holds up a join (dead-path elimination).
/// </summary>
internal static class CounterFlow
{
    private static readonly string[] Nothing = [];

    public static void ChildCompleted(ActivityContext step, FlowGraph graph, CompletedChild child)
    {
        var scheduled = Leave(step, graph, child.ActivityId, child.Outcomes, child.Instance.ByBackwardConnection);
        if (!scheduled) CompleteIfDone(step);
    }

    public static void ChildCancelled(ActivityContext step, FlowGraph graph, string activityId)
    {
        CompleteIfDone(step);
        Leave(step, graph, activityId, Nothing, byBackward: false);
    }

    private static FlowScope ScopeOf(ActivityContext step) => step.Instance.Flow ??= new FlowScope();

    private static bool Leave(ActivityContext step, FlowGraph graph, string activity, IReadOnlyList<string> outcomes, bool byBackward)
    {
        if (!graph.IsReachable(activity))
            throw new ActivityFaultException($"Activity '{activity}' cannot be reached from the start of its flowchart, so nothing can follow it");
        var scope = ScopeOf(step);
        if (!byBackward) scope.VisitActivity(activity);
        var scheduled = false;
        foreach (var connection in graph.Outbound(activity))
        {
            var followed = outcomes.Contains(connection.Port);
            scope.VisitConnection(connection.Key, followed);
            scheduled |= graph.IsBackward(connection) ? GoBack(step, graph, connection, followed) : Arrive(step, graph, scope, connection);
        }

        return scheduled;
    }

    private static bool GoBack(ActivityContext step, FlowGraph graph, Connection connection, bool followed)
    {
        if (!followed) return false;
        if (graph.IsInvalidBackward(connection))
            throw new ActivityFaultException($"Invalid backward connection: every path from '{connection.Source}' back to the start must go through '{connection.Target}'");
        step.ScheduleBack(step.Instance.Node.ChildById(connection.Target)!);
        return true;
    }

    private static bool Arrive(ActivityContext step, FlowGraph graph, FlowScope scope, Connection connection)
    {
        var target = step.Instance.Node.ChildById(connection.Target)!;
        return JoinModes.Of(step, target) switch
        {
            JoinMode.WaitAllActive => AllVisited(graph, scope, connection.Target)
                && (AnyFollowed(graph, scope, connection.Target) ? Go(step, target) : Skip(step, graph, connection.Target)),
            JoinMode.WaitAll => AllVisited(graph, scope, connection.Target)
                && (AllFollowed(graph, scope, connection.Target) ? Go(step, target) : Skip(step, graph, connection.Target)),
            JoinMode.WaitAny => ArriveAtFirst(step, graph, scope, connection, target),
        };
    }

    private static bool ArriveAtFirst(ActivityContext step, FlowGraph graph, FlowScope scope, Connection connection, GraphNode target)
    {
        if (scope.VisitsOfConnection(connection.Key) <= scope.VisitsOf(connection.Target)) return false;
        if (step.Burst.Queue.HasWorkOf(step.Instance, target)) return false;
        if (AnyFollowed(graph, scope, connection.Target))
        {
            // While the join itself runs, it has been served: branches that it cancels must not make it fire again.
            if (step.Instance.Children.Any(c => c.Node == target && c.Status == ActivityStatus.Running))
            {
                step.Burst.Fact(FactKinds.JoinArrivalIgnored, step.Instance, new JsonObject { ["join"] = connection.Target, ["from"] = connection.Source });
                return false;
            }

            Go(step, target);
            JoinModes.CancelAncestors(step, graph, connection.Target);
            return true;
        }

        return AllVisited(graph, scope, connection.Target) && Skip(step, graph, connection.Target);
    }

    private static bool Go(ActivityContext step, GraphNode target)
    {
        step.Schedule(target);
        return true;
    }

    private static bool Skip(ActivityContext step, FlowGraph graph, string target) => Leave(step, graph, target, Nothing, byBackward: false);

    private static bool AllVisited(FlowGraph graph, FlowScope scope, string activity)
    {
        var visits = scope.VisitsOf(activity);
        foreach (var connection in graph.ForwardInbound(activity))
            if (scope.VisitsOfConnection(connection.Key) <= visits) return false;
        return true;
    }

    private static bool AnyFollowed(FlowGraph graph, FlowScope scope, string activity)
    {
        var most = Most(graph, scope, activity);
        return most > scope.VisitsOf(activity)
            && graph.ForwardInbound(activity).Any(c => scope.VisitsOfConnection(c.Key) == most && scope.WasFollowed(c.Key));
    }

    private static bool AllFollowed(FlowGraph graph, FlowScope scope, string activity)
    {
        var most = Most(graph, scope, activity);
        return most > scope.VisitsOf(activity)
            && graph.ForwardInbound(activity).All(c => scope.VisitsOfConnection(c.Key) == most && scope.WasFollowed(c.Key));
    }

    private static int Most(FlowGraph graph, FlowScope scope, string activity)
    {
        var most = 0;
        foreach (var connection in graph.ForwardInbound(activity)) most = Math.Max(most, scope.VisitsOfConnection(connection.Key));
        return most;
    }

    private static void CompleteIfDone(ActivityContext step)
    {
        foreach (var child in step.Instance.Children)
            if (child.Status is ActivityStatus.Running or ActivityStatus.Faulted) return;
        if (!step.Burst.Queue.HasWorkBelow(step.Instance)) step.Complete();
    }
}
