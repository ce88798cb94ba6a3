using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Workflows.Execution;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>A running plan: which definition, for whom, and the engine's state as JSON.</summary>
/// <param name="Definition">Logical id; empty before it was started.</param>
/// <param name="Version">Published version that it is pinned to.</param>
/// <param name="Title">Name of the definition at the start.</param>
/// <param name="Scope">For whom it works.</param>
/// <param name="Parent">The plan that started it.</param>
/// <param name="Instance">The engine's state.</param>
/// <param name="Outcome">Outcome with which it ended.</param>
public sealed record PlanState(string Definition, int Version, string? Title, Scope Scope, ActorId? Parent, JsonObject? Instance, string? Outcome)
{
    /// <summary>Name that only this running plan holds, where its definition wants one at a time.</summary>
    public string? Claim { get; init; }

    /// <summary>How it stood before a migration, until its next step.</summary>
    public PlanBefore? Before { get; init; }

    /// <summary>Before the start.</summary>
    public static PlanState Empty { get; } = new("", 0, null, Scope.Organisation, null, null, null);

    /// <summary>Whether it was started.</summary>
    [JsonIgnore]
    public bool Exists => Version > 0;

    /// <summary>Whether it is over.</summary>
    [JsonIgnore]
    public bool IsOver => Status is "finished" or "faulted" or "cancelled";

    /// <summary>
    /// <c>running</c>, <c>blocked</c>, <c>cancelling</c>, <c>finished</c>, <c>faulted</c> or <c>cancelled</c>.
    /// </summary>
    [JsonIgnore]
    public string Status => (string?)Instance?["subStatus"] switch
    {
        "finished" => "finished",
        "faulted" => "faulted",
        "cancelled" => "cancelled",
        "cancelling" => "cancelling",
        _ => Blocked.Any() ? "blocked" : "running",
    };

    /// <summary>Blocked steps as the engine wrote them: id, activity, name, message, since.</summary>
    [JsonIgnore]
    public IEnumerable<JsonObject> Blocked => (Instance?["blocked"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Waits as the engine wrote them.</summary>
    [JsonIgnore]
    public IEnumerable<JsonObject> Bookmarks => (Instance?["bookmarks"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Outputs so far.</summary>
    [JsonIgnore]
    public JsonObject Outputs => Instance?["output"] as JsonObject ?? [];

    /// <summary>The engine's state as the engine takes it.</summary>
    /// <exception cref="JsonException">The document is damaged.</exception>
    internal InstanceState Read(string id) => Instance is null ? new InstanceState { Id = id } : StateJson.Read(Instance.ToJsonString());

    internal static JsonObject Write(InstanceState state) => (JsonObject)JsonNode.Parse(StateJson.Write(state))!;
}

/// <summary>A plan before a migration.</summary>
/// <param name="Version">Published version that it was pinned to.</param>
/// <param name="Instance">The engine's state then.</param>
public sealed record PlanBefore(int Version, JsonObject Instance);
