using System.Text.Json.Serialization;
using NodaTime;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Why a step is blocked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BlockCause>))]
public enum BlockCause
{
    /// <summary>The activity failed.</summary>
    [JsonStringEnumMemberName("fault")]
    Fault,

    /// <summary>The activity is not over and nothing can ever resume it.</summary>
    [JsonStringEnumMemberName("waits-for-nothing")]
    WaitsForNothing,

    /// <summary>One burst ran more activities than its budget allows, most likely a loop without a wait.</summary>
    [JsonStringEnumMemberName("burst-budget")]
    BurstBudget,

    /// <summary>The activity itself says it cannot go on, as when a role has nobody.</summary>
    [JsonStringEnumMemberName("declared")]
    Declared,
}

/// <summary>A step that does not go on by itself: a person retries it, skips it or cancels it.</summary>
/// <param name="Id">Id, unique over all instances.</param>
/// <param name="ActivityInstanceId">The activity that is blocked.</param>
/// <param name="ActivityId">Its id in the definition.</param>
/// <param name="ActivityName">Its name for people, if it has one.</param>
/// <param name="NodeId">Its node in the graph.</param>
/// <param name="Cause">Why.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Since">When it was found, UTC.</param>
/// <param name="Attempts">How often the activity was tried.</param>
public sealed record BlockedStep(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("activityInstance")] string ActivityInstanceId,
    [property: JsonPropertyName("activity")] string ActivityId,
    [property: JsonPropertyName("name")] string? ActivityName,
    [property: JsonPropertyName("node")] string NodeId,
    [property: JsonPropertyName("cause")] BlockCause Cause,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("since"), JsonConverter(typeof(InstantJson))] Instant Since,
    [property: JsonPropertyName("attempts")] int Attempts);
