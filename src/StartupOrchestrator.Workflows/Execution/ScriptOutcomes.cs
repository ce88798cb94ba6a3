namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Outcomes that a script chose by <c>setOutcome</c> or <c>setOutcomes</c>.</summary>
internal sealed class ScriptOutcomes
{
    public List<string> Names { get; } = [];
}
