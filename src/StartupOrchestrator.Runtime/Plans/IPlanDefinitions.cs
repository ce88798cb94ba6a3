using System.Collections.Concurrent;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Instances;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>Where running plans find the definitions that they are pinned to. A published version never changes.</summary>
public interface IPlanDefinitions
{
    /// <summary>The graph of a published version; null when it is not known here yet.</summary>
    WorkflowGraph? Find(string definition, int version);

    /// <summary>Takes a published version in and returns its graph. Taking it in again changes nothing.</summary>
    /// <exception cref="DefinitionFormatException">The content is no definition.</exception>
    WorkflowGraph Add(string definition, int version, string content);
}

/// <summary>Keeps graphs for the life of the process; they are shared by all instances.</summary>
/// <param name="registry">Activities that definitions may name; null: all of this program.</param>
public sealed class PlanDefinitionCache(ActivityRegistry? registry = null) : IPlanDefinitions
{
    private readonly ConcurrentDictionary<(string Definition, int Version), WorkflowGraph> graphs = new();

    /// <inheritdoc/>
    public WorkflowGraph? Find(string definition, int version) => graphs.GetValueOrDefault((definition, version));

    /// <inheritdoc/>
    public WorkflowGraph Add(string definition, int version, string content) =>
        graphs.TryGetValue((definition, version), out var known)
            ? known
            : graphs.GetOrAdd((definition, version), Build(content));

    private WorkflowGraph Build(string content)
    {
        var definition = DefinitionReader.Read(content);
        return WorkflowGraph.Build(definition, registry, Publication.UsedBy(definition));
    }
}
