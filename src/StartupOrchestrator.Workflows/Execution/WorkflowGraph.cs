using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>A definition with everything it uses as an activity, made ready to run. Shared by all its instances.</summary>
public sealed class WorkflowGraph
{
    private readonly Dictionary<string, GraphNode> _nodes;

    internal WorkflowGraph(WorkflowDefinition definition, GraphNode root, Dictionary<string, GraphNode> nodes, IReadOnlyList<DefinitionProblem> problems)
    {
        Definition = definition;
        Root = root;
        _nodes = nodes;
        Problems = problems;
    }

    /// <summary>The definition that was built.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>The workflow itself; its one child is the definition's root activity.</summary>
    public GraphNode Root { get; }

    /// <summary>What the builder noticed, after what the reader noticed.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }

    /// <summary>All nodes, parents before children.</summary>
    public IEnumerable<GraphNode> Nodes => _nodes.Values;

    /// <summary>Builds the graph of a definition. Unknown activities are in it and fault when they are executed.</summary>
    /// <param name="definition">The definition to run.</param>
    /// <param name="registry">Activities that definitions may name; by default all of this program.</param>
    /// <param name="source">Definitions that may be used as activities.</param>
    public static WorkflowGraph Build(WorkflowDefinition definition, ActivityRegistry? registry = null, IDefinitionSource? source = null) =>
        new GraphBuilder(registry ?? ActivityRegistry.Default, source ?? DefinitionSet.Empty).Build(definition);

    /// <summary>The node with this id; null when the definition has none.</summary>
    public GraphNode? Find(string nodeId) => _nodes.GetValueOrDefault(nodeId);
}
