using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>
/// Undoes completed activities when their instance is cancelled. An activity names the one that undoes it, in the same
/// container and unconnected, as <c>customProperties.compensateWith</c>. The last completed is undone first, each once.
/// </summary>
internal static class Compensation
{
    internal const string Key = "$undo";

    /// <summary>Notes that an activity completed, if something can undo it.</summary>
    public static void Note(ActivityInstance instance)
    {
        if (instance.Parent is not { } container || instance.Node.Element.Custom("compensateWith").AsText() is not { } id) return;
        if (container.Node.ChildById(id) is not { } undo) return;
        var list = new JsonArray([.. Noted(container).Where(n => n != undo.NodeId).Append(undo.NodeId).Select(n => JsonValue.Create(n))]);
        container.Memory ??= [];
        container.Memory[Key] = list;
    }

    /// <summary>What has to be undone, last completed first, with the variables that were in sight.</summary>
    public static List<(GraphNode Node, Dictionary<string, JsonNode?> Variables)> Collect(Burst burst)
    {
        var result = new List<(GraphNode, Dictionary<string, JsonNode?>)>();
        foreach (var container in burst.State.Activities.AsEnumerable().Reverse().Where(a => !a.IsOver))
        {
            foreach (var nodeId in Noted(container).Reverse())
            {
                var variables = new Dictionary<string, JsonNode?>();
                foreach (var holder in container.SelfAndAncestors())
                    foreach (var (name, value) in holder.Variables ?? []) variables.TryAdd(name, value);
                if (burst.Graph.Find(nodeId) is { } node) result.Add((node, variables));
            }
        }

        return result;
    }

    public static void Schedule(Burst burst, List<(GraphNode Node, Dictionary<string, JsonNode?> Variables)> compensations)
    {
        foreach (var (node, variables) in compensations)
            burst.Queue.Add(new WorkItem { Node = node, Owner = burst.Root, Variables = variables, Tag = Key });
    }

    private static IEnumerable<string> Noted(ActivityInstance container) =>
        (container.Memory?.GetValueOrDefault(Key) as JsonArray ?? []).Select(n => (string)n!);
}
