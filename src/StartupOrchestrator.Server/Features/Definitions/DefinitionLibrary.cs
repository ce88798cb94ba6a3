using System.Text.Json;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Server.Features.Definitions;

/// <summary>The published definitions, for those that use others as activities or start them as children.</summary>
public sealed class DefinitionLibrary(IActorRuntime runtime, IViewQueries views)
{
    /// <summary>Newest published version of every definition; only read when a definition names an activity that is none of the product's.</summary>
    public async Task<IDefinitionSource> ForAsync(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var needed = WorkflowGraph.Build(definition).Problems.Any(p => p.Code == "unknown-activity");
        return needed ? new DefinitionSet(await PublishedAsync(cancellationToken)) : DefinitionSet.Empty;
    }

    /// <summary>Newest published version of every definition.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> PublishedAsync(CancellationToken cancellationToken)
    {
        var found = new List<WorkflowDefinition>();
        string? cursor = null;
        do
        {
            var page = await views.QueryAsync(new ViewQuery(ActorKind.Definition, ViewScope.All) { Limit = 1000, Cursor = cursor }, cancellationToken);
            foreach (var row in page.Items)
            {
                if ((await runtime.ReadAsync(row.Id, cancellationToken))?.State is DefinitionState { Current: { } current } && TryRead(current.Content) is { } definition)
                {
                    found.Add(definition);
                }
            }

            cursor = page.Next;
        }
        while (cursor is not null);
        return found;
    }

    /// <summary>Reads a content; null when it is no definition.</summary>
    public static WorkflowDefinition? TryRead(string content)
    {
        try
        {
            return DefinitionReader.Read(content);
        }
        catch (Exception e) when (e is DefinitionFormatException or JsonException)
        {
            return null;
        }
    }
}
