using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Where the graph finds the definitions that others use as activities.</summary>
public interface IDefinitionSource
{
    /// <summary>The exact version when it is there, else that version number, else the published, else the newest version.</summary>
    WorkflowDefinition? Find(string definitionId, string? versionId, int version);

    /// <summary>The published, else the newest definition whose activity type name is this.</summary>
    WorkflowDefinition? FindByTypeName(string typeName);
}

/// <summary>Definitions in memory.</summary>
/// <param name="definitions">All versions there are; of equal ones the first counts.</param>
public sealed class DefinitionSet(IEnumerable<WorkflowDefinition> definitions) : IDefinitionSource
{
    private readonly List<WorkflowDefinition> _definitions = definitions.ToList();

    /// <summary>No definitions.</summary>
    public static DefinitionSet Empty { get; } = new([]);

    /// <inheritdoc/>
    public WorkflowDefinition? Find(string definitionId, string? versionId, int version)
    {
        var own = _definitions.Where(d => d.DefinitionId == definitionId).ToList();
        return (versionId is null ? null : own.FirstOrDefault(d => d.Id == versionId))
            ?? (version > 0 ? own.FirstOrDefault(d => d.Version == version) : null)
            ?? Best(own);
    }

    /// <inheritdoc/>
    public WorkflowDefinition? FindByTypeName(string typeName) =>
        Best(_definitions.Where(d => d.ActivityTypeName == typeName).ToList());

    private static WorkflowDefinition? Best(List<WorkflowDefinition> own) =>
        own.FirstOrDefault(d => d.IsPublished) ?? own.FirstOrDefault(d => d.IsLatest) ?? own.MaxBy(d => d.Version);
}
