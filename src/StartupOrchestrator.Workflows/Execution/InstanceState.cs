using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>
/// Everything that must be kept between two steps of an instance, and nothing of its past: history goes out as journal
/// facts, so that the state stays small however long the instance lives. Outside the engine it is never changed.
/// </summary>
public sealed class InstanceState
{
    /// <summary>Id of the instance, given by the host; ids of bookmarks and children derive from it.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Logical id of the definition.</summary>
    [JsonPropertyName("definition"), JsonInclude]
    public string DefinitionId { get; internal set; } = "";

    /// <summary>Id of the version that the instance is pinned to.</summary>
    [JsonPropertyName("definitionVersion"), JsonInclude]
    public string DefinitionVersionId { get; internal set; } = "";

    /// <summary>Number of that version.</summary>
    [JsonPropertyName("version"), JsonInclude]
    public int DefinitionVersion { get; internal set; }

    /// <summary>Name of the instance, set at the start or by <c>SetName</c>.</summary>
    [JsonPropertyName("name"), JsonInclude]
    public string? Name { get; internal set; }

    /// <summary>What ties the instance to a study, country or site; copied to its event bookmarks.</summary>
    [JsonPropertyName("correlation"), JsonInclude]
    public string? CorrelationId { get; internal set; }

    /// <summary>Instance that started this one as a child.</summary>
    [JsonPropertyName("parent"), JsonInclude]
    public string? ParentInstanceId { get; internal set; }

    /// <summary>Activity that started the instance as its trigger.</summary>
    [JsonPropertyName("trigger"), JsonInclude]
    public string? TriggerActivityId { get; internal set; }

    /// <summary>Whether the instance can still do something.</summary>
    [JsonPropertyName("status"), JsonInclude]
    public InstanceStatus Status { get; internal set; }

    /// <summary>Finer status.</summary>
    [JsonPropertyName("subStatus"), JsonInclude]
    public InstanceSubStatus SubStatus { get; internal set; } = InstanceSubStatus.Pending;

    /// <summary>Message of the fault that ended the instance.</summary>
    [JsonPropertyName("fault"), JsonInclude]
    public string? Fault { get; internal set; }

    /// <summary>Last number given to an activity instance, bookmark or blocked step.</summary>
    [JsonPropertyName("last"), JsonInclude]
    public long LastNumber { get; internal set; }

    /// <summary>Inputs the instance was started with.</summary>
    [JsonPropertyName("input"), JsonInclude]
    public Dictionary<string, JsonNode?> Input { get; internal set; } = [];

    /// <summary>Outputs so far.</summary>
    [JsonPropertyName("output"), JsonInclude]
    public Dictionary<string, JsonNode?> Output { get; internal set; } = [];

    /// <summary>Live activities, parents before children.</summary>
    [JsonPropertyName("activities"), JsonInclude]
    public List<ActivityInstance> Activities { get; internal set; } = [];

    /// <summary>What the instance waits for, oldest first.</summary>
    [JsonPropertyName("bookmarks"), JsonInclude]
    public List<Bookmark> Bookmarks { get; internal set; } = [];

    /// <summary>Steps that a person has to look at.</summary>
    [JsonPropertyName("blocked"), JsonInclude]
    public List<BlockedStep> Blocked { get; internal set; } = [];

    /// <summary>Work that a burst beyond its budget left over; else empty.</summary>
    [JsonPropertyName("queue"), JsonInclude]
    public List<QueuedWork> Queue { get; internal set; } = [];

    /// <summary>An instance that has not started.</summary>
    /// <param name="id">Id, unique in the host; bookmarks and children derive theirs from it.</param>
    public static InstanceState New(string id) => new() { Id = id };

    /// <summary>Whether the instance is over.</summary>
    [JsonIgnore]
    public bool IsFinished => Status == InstanceStatus.Finished;
}
