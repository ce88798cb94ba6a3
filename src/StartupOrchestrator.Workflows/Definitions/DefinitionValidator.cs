using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions.Checks;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>
/// Checks a definition before it is published. An error is only what must fail on every path that reaches it; whatever
/// could be meant is a warning.
/// </summary>
public static class DefinitionValidator
{
    private static readonly Action<CheckContext>[] Checks =
        [TypeChecks.Run, InputChecks.Run, ExpressionChecks.Run, FlowChecks.Run, TriggerChecks.Run, WaitChecks.Run];

    /// <summary>All findings, errors first, else in document order.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="registry">Activities that it may name; by default all of this program.</param>
    /// <param name="source">Definitions that it may use as activities.</param>
    public static IReadOnlyList<DefinitionProblem> Validate(WorkflowDefinition definition, ActivityRegistry? registry = null, IDefinitionSource? source = null)
    {
        var graph = WorkflowGraph.Build(definition, registry, source);
        var context = new CheckContext(definition, graph, source ?? DefinitionSet.Empty);
        context.Problems.AddRange(graph.Problems.Where(p => p.Code != "unknown-activity"));
        foreach (var check in Checks) check(context);
        return [.. context.Problems.Distinct().OrderByDescending(p => p.Severity)];
    }

    /// <summary>Whether a list of findings lets the definition be published.</summary>
    public static bool AllowsPublishing(IEnumerable<DefinitionProblem> problems) => problems.All(p => p.Severity != ProblemSeverity.Error);
}
