using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>
/// An Elsa 3 workflow definition, read once and never changed. The document behind it is in the current written form;
/// members and activities this program does not know are in it word for word.
/// </summary>
public sealed class WorkflowDefinition
{
    internal WorkflowDefinition(JsonObject document) => Document = document;

    internal JsonObject Document { get; }

    /// <summary>Id of this version; unique over all definitions.</summary>
    public required string Id { get; init; }

    /// <summary>Logical id that all versions share.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Name that managers see.</summary>
    public string? Name { get; init; }

    /// <summary>What the workflow is for.</summary>
    public string? Description { get; init; }

    /// <summary>Version number, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Major version of the tool that wrote the file; from 3 on, script accessors use activity names instead of ids.</summary>
    public int? ToolMajor { get; init; }

    /// <summary>Whether this is the version that new instances start with.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Whether this is the newest version, draft or not.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Variables of the whole workflow.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>Declared inputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Inputs { get; init; } = [];

    /// <summary>Declared outputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Outputs { get; init; } = [];

    /// <summary>Ports that the workflow has when another workflow uses it as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Options of the workflow.</summary>
    public WorkflowOptions Options { get; init; } = new();

    /// <summary>The one activity that the workflow runs, normally a flowchart.</summary>
    public required ActivityElement Root { get; init; }

    /// <summary>What the reader noticed: dropped connections, unknown types and the like.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; init; } = [];

    /// <summary>Type name under which other workflows use this one as an activity.</summary>
    public string ActivityTypeName => Naming.Pascal(Name ?? DefinitionId);

    /// <summary>A copy of the document in the current written form.</summary>
    public JsonObject ToJson() => (JsonObject)Document.DeepClone();

    /// <summary>All activities of the document, parents before children.</summary>
    public IEnumerable<ActivityElement> Activities() => Root.SelfAndDescendants();
}
