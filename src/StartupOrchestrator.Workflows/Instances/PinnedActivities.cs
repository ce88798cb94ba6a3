using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Instances;

/// <summary>Which activities a published version needs that a program does not have. Its instances behave as on the day it was published, or they do not run at all.</summary>
public static class PinnedActivities
{
    /// <summary>Type and version of everything that is missing, each once.</summary>
    /// <param name="definition">The published version.</param>
    /// <param name="registry">Activities that there are; by default all of this program.</param>
    public static IReadOnlyList<(string Type, int Version)> Missing(WorkflowDefinition definition, ActivityRegistry? registry = null)
    {
        var known = registry ?? ActivityRegistry.Default;
        return
        [
            .. WorkflowGraph.Build(definition, known, Publication.UsedBy(definition)).Nodes
                .Where(n => n.Parent is not null && n.Composite is null && (n.Behaviour is NotFoundActivity || !known.Has(n.Element.Type, n.Element.Version)))
                .Select(n => (n.Element.Type, n.Element.Version)).Distinct().OrderBy(m => m.Type, StringComparer.Ordinal).ThenBy(m => m.Version),
        ];
    }
}
