using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Definitions.Checks;

/// <summary>What the checks look at, and where they leave their findings.</summary>
internal sealed class CheckContext(WorkflowDefinition definition, WorkflowGraph graph, IDefinitionSource source)
{
    public WorkflowDefinition Definition { get; } = definition;

    public WorkflowGraph Graph { get; } = graph;

    public IDefinitionSource Source { get; } = source;

    public List<DefinitionProblem> Problems { get; } = [];

    /// <summary>Nodes of the definition itself, without those of workflows it uses as activities.</summary>
    public IEnumerable<GraphNode> OwnNodes => Graph.Nodes.Where(n => n.Parent is not null && n.Definition == Definition);

    public void Error(string code, ActivityElement activity, string message, string? path = null) =>
        Problems.Add(DefinitionProblem.Error(code, path ?? activity.Path, message, activity));

    public void Warn(string code, ActivityElement activity, string message, string? path = null) =>
        Problems.Add(DefinitionProblem.Warning(code, path ?? activity.Path, message, activity));
}
