using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Activities.Composition;
using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Execution;

internal sealed class GraphBuilder(ActivityRegistry registry, IDefinitionSource source)
{
    private const string WorkflowId = "Workflow1";
    private static readonly ActivityDescriptor Workflow = ActivityDescriptor.Of(new Workflow());
    private static readonly ActivityDescriptor NotFound = ActivityDescriptor.Of(new NotFoundActivity());
    private readonly Dictionary<string, GraphNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<DefinitionProblem> _problems = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public WorkflowGraph Build(WorkflowDefinition definition)
    {
        _problems.AddRange(definition.Problems);
        _open.Add(definition.DefinitionId);
        var element = new ActivityElement([]) { Id = WorkflowId, Type = "Elsa.Workflow", Path = "" };
        var root = Register(new GraphNode
        {
            NodeId = WorkflowId,
            Element = element,
            Descriptor = Workflow,
            Definition = definition,
            Composite = definition,
            ScopeVariables = definition.Variables,
        });
        root.Add("root", Node(definition.Root, definition, root, WorkflowId));
        return new WorkflowGraph(definition, root, _nodes, _problems);
    }

    private GraphNode Node(ActivityElement element, WorkflowDefinition definition, GraphNode parent, string prefix)
    {
        var descriptor = registry.Find(element.Type, element.Version);
        if (descriptor is null && FindComposite(element) is { } composite) return Composite(element, composite, definition, parent, prefix);
        if (descriptor is null)
        {
            _problems.Add(DefinitionProblem.Warning("unknown-activity", element.Path, $"Activity type '{element.Type}' is not known; it fails when it is executed.", element));
            descriptor = NotFound;
        }

        var node = Register(new GraphNode
        {
            NodeId = prefix + ":" + element.Id,
            Element = element,
            Descriptor = descriptor,
            Definition = definition,
            Parent = parent,
            ScopeVariables = element.Variables,
        });
        node.Inputs = [.. descriptor.Inputs.Select(i => CompiledInput.Of(i, element))];
        foreach (var (port, child) in element.Children) node.Add(port, Node(child, definition, node, node.NodeId));
        node.AsksForTokens = AsksForTokens(node);
        return node;
    }

    private GraphNode Composite(ActivityElement element, WorkflowDefinition used, WorkflowDefinition definition, GraphNode parent, string prefix)
    {
        var node = Register(new GraphNode
        {
            NodeId = prefix + ":" + element.Id,
            Element = element,
            Descriptor = Workflow,
            Definition = definition,
            Parent = parent,
            Composite = used,
            ScopeVariables = used.Variables,
        });
        if (!_open.Add(used.DefinitionId))
        {
            _problems.Add(DefinitionProblem.Error("endless-composite", element.Path, $"Workflow '{used.Name}' uses itself as an activity.", element));
            return node;
        }

        _problems.AddRange(used.Problems.Select(p => p with { Path = element.Path + " > " + p.Path }));
        node.Inputs = [.. used.Inputs.Select(i =>
            element.Inputs.TryGetValue(i.Name, out var given) && given is not null
                ? CompiledInput.Of(given, i.Type)
                : CompiledInput.Of(new InputSource(ExpressionKind.Literal, "Literal", null, null, element.Path), i.Type))];
        node.Add("root", Node(used.Root, used, node, node.NodeId + ":" + WorkflowId));
        _open.Remove(used.DefinitionId);
        return node;
    }

    /// <summary>By its id; by the name of its type where the id is not known here, as after a definition was imported under an id of its own.</summary>
    private WorkflowDefinition? FindComposite(ActivityElement element) =>
        (element.Raw("workflowDefinitionId").AsText() is { } id ? source.Find(id, element.Raw("workflowDefinitionVersionId").AsText(), element.Version) : null)
        ?? source.FindByTypeName(element.Type);

    private GraphNode Register(GraphNode node)
    {
        _nodes.TryAdd(node.NodeId, node);
        return node;
    }

    private static bool AsksForTokens(GraphNode node)
    {
        if (node.Behaviour is not Flowchart) return false;
        if (node.Element.Custom("flowMode").AsText() is { } mode) return mode.StartsWith("token", StringComparison.OrdinalIgnoreCase);
        return node.Children.Any(c => TokenFlow.ReadMergeMode(c.Node) is not null);
    }
}
