using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>An activity as the document has it, whether or not its type is known here.</summary>
public sealed class ActivityElement
{
    internal ActivityElement(JsonObject json) => Json = json;

    internal JsonObject Json { get; }

    /// <summary>Id, unique in its container; connections refer to it.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people and scripts, if given.</summary>
    public string? Name { get; init; }

    /// <summary>Type name, as <c>Elsa.WriteLine</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Version of the activity type; 0 means the newest.</summary>
    public int Version { get; init; }

    /// <summary>Path in the document.</summary>
    public required string Path { get; init; }

    /// <summary>Whether this activity starts the workflow when its trigger fires.</summary>
    public bool CanStartWorkflow { get; init; }

    /// <summary>Inputs by member name; an input that the file has as null, or that cannot be read, is null.</summary>
    public IReadOnlyDictionary<string, InputSource?> Inputs { get; init; } = FrozenDictionary<string, InputSource?>.Empty;

    /// <summary>Where outputs go, by output name: id of a variable or name of a workflow output.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Embedded activities with the member they stand under, as <c>then</c> or <c>activities[2]</c>, in document order.</summary>
    public IReadOnlyList<(string Port, ActivityElement Activity)> Children { get; init; } = [];

    /// <summary>Connections of a flowchart; both ends exist.</summary>
    public IReadOnlyList<Connection> Connections { get; init; } = [];

    /// <summary>Variables of a container.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>What to call the activity before people: the text on the canvas, else the name, else null.</summary>
    public string? DisplayName => Json["metadata"].Text("displayText") ?? Name;

    /// <summary>Member of the activity as it stands in the file; null when missing.</summary>
    public JsonNode? Raw(string member) => Json[member];

    /// <summary>Free settings of the activity.</summary>
    public JsonNode? Custom(string key) => Json["customProperties"] is JsonObject custom ? custom[key] : null;

    /// <summary>This activity and all below it, parents before children.</summary>
    public IEnumerable<ActivityElement> SelfAndDescendants()
    {
        yield return this;
        foreach (var (_, child) in Children)
            foreach (var below in child.SelfAndDescendants())
                yield return below;
    }
}
