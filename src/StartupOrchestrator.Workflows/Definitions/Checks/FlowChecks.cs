using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Definitions.Checks;

/// <summary>The drawing of flowcharts: unreachable activities, impossible loops, ports that do not exist, joins that cannot be met.</summary>
internal static class FlowChecks
{
    public static void Run(CheckContext context)
    {
        foreach (var flowchart in context.OwnNodes.Where(n => n.Behaviour is Flowchart)) Check(context, flowchart);
    }

    private static void Check(CheckContext context, GraphNode flowchart)
    {
        var graph = flowchart.FlowFor(null);
        var activities = flowchart.ChildrenOf("activities").ToList();
        var starts = activities.Where(a => a.Element.CanStartWorkflow).Select(a => flowchart.FlowFor(a.Element.Id)).Append(graph).ToList();
        var undoing = activities.Select(a => a.Element.Custom("compensateWith").AsText()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var activity in activities)
        {
            if (!undoing.Contains(activity.Element.Id) && !starts.Any(g => g.IsReachable(activity.Element.Id)))
                context.Warn("unreachable", activity.Element, $"Nothing leads here from the start '{NameOf(flowchart, graph.Start)}'; it never runs.");
            CheckPorts(context, flowchart, graph, activity);
        }

        foreach (var connection in flowchart.Element.Connections)
        {
            if (graph.IsBackward(connection) && graph.IsInvalidBackward(connection) && !flowchart.AsksForTokens && flowchart.ChildById(connection.Source) is { } source)
                context.Error("invalid-loop", source.Element, $"The connection back to '{NameOf(flowchart, connection.Target)}' enters a parallel section from outside: every path from here back to the start must go through it. Lead it to where the section begins.");
        }
    }

    private static void CheckPorts(CheckContext context, GraphNode flowchart, FlowGraph graph, GraphNode activity)
    {
        if (Ports(activity) is not { } ports) return;
        foreach (var connection in graph.Outbound(activity.Element.Id).Where(c => !ports.Contains(c.Port)))
            context.Warn("unknown-port", activity.Element, $"A connection to '{NameOf(flowchart, connection.Target)}' leaves by '{connection.Port}', which this activity never takes; it has {string.Join(", ", ports.Select(p => $"'{p}'"))}.");
    }

    /// <summary>The ports that an activity can take; null when that depends on the run.</summary>
    private static HashSet<string>? Ports(GraphNode activity)
    {
        if (activity.Composite is { } composite) return composite.Outcomes.Count == 0 ? null : [.. composite.Outcomes, "Done"];
        return activity.Behaviour switch
        {
            FlowSwitch => [.. (activity.Element.Raw("cases").Elements() ?? []).Select(c => c.Text("label")).OfType<string>(), "Default"],
            FlowFork when activity.Inputs[0] is { IsConstant: true, Value: System.Text.Json.Nodes.JsonArray branches } => [.. branches.Select(b => Values.Text(b)).OfType<string>()],
            FlowFork or NotFoundActivity => null,
            Activities.Primitives.RunJavaScript or Activities.Http.FlowSendHttpRequest => null,
            _ => [.. activity.Descriptor.Outcomes.Select(o => o.Name)],
        };
    }

    private static string NameOf(GraphNode flowchart, string id) => flowchart.ChildById(id)?.Element.DisplayName ?? id;
}
