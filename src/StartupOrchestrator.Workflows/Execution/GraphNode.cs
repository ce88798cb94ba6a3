using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Definitions;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>An activity in its place in a graph. Built once, shared by all instances, never changed.</summary>
public sealed class GraphNode
{
    private readonly ConcurrentDictionary<JsonObject, CompiledInput> _expressions = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, FlowGraph> _flows = new(StringComparer.Ordinal);
    private readonly List<(string Port, GraphNode Node)> _children = [];
    private readonly Dictionary<string, GraphNode> _byId = new(StringComparer.Ordinal);

    /// <summary>The ids from the root down, joined by colons.</summary>
    public required string NodeId { get; init; }

    /// <summary>The activity in the document.</summary>
    public required ActivityElement Element { get; init; }

    /// <summary>What is declared about its type.</summary>
    public required ActivityDescriptor Descriptor { get; init; }

    /// <summary>The definition it stands in: with workflows as activities, not always the one that was started.</summary>
    public required WorkflowDefinition Definition { get; init; }

    /// <summary>The node around it; null for the workflow itself.</summary>
    public GraphNode? Parent { get; init; }

    /// <summary>Definition that this node runs, when it is a workflow or a workflow used as an activity.</summary>
    public WorkflowDefinition? Composite { get; init; }

    /// <summary>Variables that each execution of this node declares.</summary>
    public IReadOnlyList<VariableDefinition> ScopeVariables { get; init; } = [];

    /// <summary>Embedded nodes with the member they stand under.</summary>
    public IReadOnlyList<(string Port, GraphNode Node)> Children => _children;

    internal CompiledInput[] Inputs { get; set; } = [];

    internal Activity Behaviour => Descriptor.Behaviour;

    /// <summary>Whether this flowchart, or an activity in it, asks for tokens.</summary>
    internal bool AsksForTokens { get; set; }

    /// <summary>The embedded node under exactly this member; null when there is none.</summary>
    public GraphNode? Child(string port)
    {
        foreach (var (name, node) in _children)
            if (string.Equals(name, port, StringComparison.OrdinalIgnoreCase)) return node;
        return null;
    }

    /// <summary>The embedded nodes of a list member, as <c>activities</c>.</summary>
    public IEnumerable<GraphNode> ChildrenOf(string list) =>
        _children.Where(c => c.Port.StartsWith(list + "[", StringComparison.OrdinalIgnoreCase)).Select(c => c.Node);

    /// <summary>The embedded node with this activity id; null when there is none.</summary>
    public GraphNode? ChildById(string activityId) => _byId.GetValueOrDefault(activityId);

    /// <summary>An expression that stands in a raw member, made ready once.</summary>
    internal CompiledInput Expression(JsonObject json, InputSource source, ValueType type) =>
        _expressions.GetOrAdd(json, static (_, key) => CompiledInput.Of(key.source, key.type, refuses: key.refuses), (source, type, refuses: !Element.Type.StartsWith("Elsa.", StringComparison.Ordinal)));

    internal void Add(string port, GraphNode node)
    {
        _children.Add((port, node));
        _byId.TryAdd(node.Element.Id, node);
    }

    /// <summary>The flow of a flowchart, for an instance that this trigger started; null for none.</summary>
    internal FlowGraph FlowFor(string? trigger)
    {
        var key = trigger is not null && _byId.ContainsKey(trigger) ? trigger : "";
        return _flows.GetOrAdd(key, static (trigger, node) =>
            new FlowGraph(node.Element.Connections, Flowchart.StartOf(node, trigger.Length == 0 ? null : trigger)?.Element.Id ?? ""), this);
    }
}
