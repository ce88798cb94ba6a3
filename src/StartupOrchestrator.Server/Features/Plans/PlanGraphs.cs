using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Server.Features.Plans;

/// <summary>Graphs of published versions, read from their actors when this process does not know them yet.</summary>
public sealed class PlanGraphs(IActorRuntime runtime, IPlanDefinitions definitions)
{
    /// <summary>The graph; null when there is no such version.</summary>
    public async Task<WorkflowGraph?> FindAsync(string definition, int version, CancellationToken cancellationToken)
    {
        if (definitions.Find(definition, version) is { } known)
        {
            return known;
        }

        var state = (await runtime.ReadAsync(new ActorId(ActorKind.Definition, definition), cancellationToken))?.State as DefinitionState;
        return state?.Versions.FirstOrDefault(v => v.Number == version) is { } published ? definitions.Add(definition, version, published.Content) : null;
    }
}
