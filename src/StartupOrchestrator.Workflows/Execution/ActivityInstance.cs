using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>One live execution of an activity of the graph.</summary>
public sealed class ActivityInstance
{
    /// <summary>Id, unique in the workflow instance, never used again.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Node of the graph: the ids from the root down, joined by colons.</summary>
    [JsonPropertyName("node"), JsonInclude]
    public string NodeId { get; internal set; } = "";

    /// <summary>Id of the instance that scheduled it; null for the workflow itself.</summary>
    [JsonPropertyName("parent"), JsonInclude]
    public string? ParentId { get; internal set; }

    /// <summary>Whether it runs, waits or failed.</summary>
    [JsonPropertyName("status"), JsonInclude]
    public ActivityStatus Status { get; internal set; }

    /// <summary>What its parent noted when it scheduled it.</summary>
    [JsonPropertyName("tag"), JsonInclude]
    public string? Tag { get; internal set; }

    /// <summary>Whether a backward connection led here; its end then does not count as a visit.</summary>
    [JsonPropertyName("back"), JsonInclude]
    public bool ByBackwardConnection { get; internal set; }

    /// <summary>How often it was tried.</summary>
    [JsonPropertyName("attempts"), JsonInclude]
    public int Attempts { get; internal set; }

    /// <summary>Variables of this scope, by name.</summary>
    [JsonPropertyName("variables"), JsonInclude]
    public Dictionary<string, JsonNode?>? Variables { get; internal set; }

    /// <summary>What the activity keeps from one call to the next.</summary>
    [JsonPropertyName("memory"), JsonInclude]
    public Dictionary<string, JsonNode?>? Memory { get; internal set; }

    /// <summary>Visit counts of a flowchart.</summary>
    [JsonPropertyName("flow"), JsonInclude]
    public FlowScope? Flow { get; internal set; }

    /// <summary>Tokens of a flowchart in token mode.</summary>
    [JsonPropertyName("tokens"), JsonInclude]
    public List<Token>? Tokens { get; internal set; }

    [JsonIgnore]
    internal GraphNode Node { get; set; } = null!;

    [JsonIgnore]
    internal ActivityInstance? Parent { get; set; }

    [JsonIgnore]
    internal List<ActivityInstance> Children { get; } = [];

    [JsonIgnore]
    internal bool IsBeingCancelled { get; set; }

    /// <summary>What a loop gave its body for this turn; null for what is no body of a loop.</summary>
    [JsonIgnore]
    internal Dictionary<string, JsonNode?>? Turn { get; set; }

    /// <summary>Names among the variables that hold values of loops, within one burst.</summary>
    [JsonIgnore]
    internal HashSet<string>? LoopPlaces { get; set; }

    [JsonIgnore]
    internal bool IsOver => Status is ActivityStatus.Completed or ActivityStatus.Cancelled;

    internal ActivityInstance Copy() => new()
    {
        Id = Id,
        NodeId = NodeId,
        ParentId = ParentId,
        Status = Status,
        Tag = Tag,
        ByBackwardConnection = ByBackwardConnection,
        Attempts = Attempts,
        Variables = Variables is null ? null : new(Variables),
        Memory = Memory is null ? null : new(Memory),
        Flow = Flow?.Copy(),
        Tokens = Tokens is null ? null : [.. Tokens],
    };

    internal IEnumerable<ActivityInstance> SelfAndAncestors()
    {
        for (var instance = this; instance is not null; instance = instance.Parent) yield return instance;
    }
}
