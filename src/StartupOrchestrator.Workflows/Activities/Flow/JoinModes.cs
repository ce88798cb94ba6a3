using StartupOrchestrator.Workflows.Execution;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Activities.Flow;

/// <summary>When an activity with several inbound connections runs.</summary>
internal enum JoinMode
{
    /// <summary>When all have been visited, if all were followed; else it is skipped.</summary>
    WaitAll,

    /// <summary>When all have been visited, if at least one was followed; else it is skipped.</summary>
    WaitAllActive,

    /// <summary>At the first that is followed; what is still on its way is cancelled.</summary>
    WaitAny,
}

internal static class JoinModes
{
    /// <summary>The mode of an activity: explicit for a join, all active connections for any other.</summary>
    /// <exception cref="ActivityFaultException">The mode of the join is no known one.</exception>
    public static JoinMode Of(ActivityContext step, GraphNode target)
    {
        if (target.Behaviour is not FlowJoin) return JoinMode.WaitAllActive;
        var value = Values.Text(InputEvaluator.Evaluate(step.Burst, step.Instance, target.Inputs[0], "mode"));
        return value switch
        {
            null or "WaitAny" or "2" => JoinMode.WaitAny,
            "WaitAll" or "0" => JoinMode.WaitAll,
            "WaitAllActive" or "1" => JoinMode.WaitAllActive,
            _ => throw new ActivityFaultException($"Join '{target.Element.Id}' has the mode '{value}'; known are WaitAll, WaitAllActive and WaitAny"),
        };
    }

    /// <summary>Cancels everything live from which forward connections lead to the activity.</summary>
    public static void CancelAncestors(ActivityContext flowchart, FlowGraph graph, string activity)
    {
        var ancestors = graph.Ancestors(activity);
        foreach (var child in flowchart.Instance.Children.Where(c => ancestors.Contains(c.Node.Element.Id)).ToList())
            Cancellation.OfBranch(flowchart.Burst, child);
    }
}
