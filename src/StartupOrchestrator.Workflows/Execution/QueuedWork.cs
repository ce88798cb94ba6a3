using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>An activity that was scheduled but not started when the burst ran out of budget.</summary>
/// <param name="NodeId">Node of the graph.</param>
/// <param name="OwnerId">Live activity that scheduled it.</param>
/// <param name="ExistingId">Live activity to execute again, if it has begun before.</param>
/// <param name="Tag">Note of the owner.</param>
/// <param name="Back">Whether a backward connection led to it.</param>
/// <param name="Variables">Variables for its scope.</param>
public sealed record QueuedWork(
    [property: JsonPropertyName("node")] string NodeId,
    [property: JsonPropertyName("owner")] string? OwnerId,
    [property: JsonPropertyName("existing")] string? ExistingId,
    [property: JsonPropertyName("tag")] string? Tag,
    [property: JsonPropertyName("back")] bool Back,
    [property: JsonPropertyName("variables")] Dictionary<string, JsonNode?>? Variables);
