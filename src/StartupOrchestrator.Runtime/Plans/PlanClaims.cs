using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>
/// Elsa's activation strategies as unique names: while a running plan holds one, no second of its kind starts. It holds
/// across processes, because the database keeps the names unique.
/// </summary>
internal static class PlanClaims
{
    /// <summary>The name that a plan of this definition must hold; null when any number may run.</summary>
    public static string? Of(WorkflowGraph graph, string definition, string? correlation)
    {
        var strategy = graph.Definition.Options.ActivationStrategy ?? "";
        return strategy.Contains("CorrelatedSingleton", StringComparison.Ordinal) ? $"plan-of:{definition}:{correlation}"
            : strategy.Contains("Singleton", StringComparison.Ordinal) ? $"plan-of:{definition}"
            : strategy.Contains("Correlation", StringComparison.Ordinal) && correlation is not null ? $"plan-for:{correlation}"
            : null;
    }
}
