using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>A place where the instance waits and can be resumed.</summary>
/// <param name="Id">Id, unique over all instances.</param>
/// <param name="ActivityInstanceId">The activity that waits.</param>
/// <param name="Kind">What kind of wait: one of <see cref="BookmarkKinds"/>, or the activity's own word.</param>
/// <param name="Name">The activity's name for this wait, when it has several; else the kind.</param>
/// <param name="Payload">What is awaited, as the host needs it; not to be changed.</param>
/// <param name="Wait">Who must act, and by when; null for waits on the engine's own timers and children.</param>
public sealed record Bookmark(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("activity")] string ActivityInstanceId,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("payload")] JsonNode? Payload,
    [property: JsonPropertyName("wait")] Wait? Wait = null);

/// <summary>Who must act for a wait to end, and by when.</summary>
/// <param name="Who">Role, person or actor, in words a reader knows.</param>
/// <param name="What">What they must do.</param>
/// <param name="Due">Local date by which it is due, ISO text; null when there is no date.</param>
public sealed record Wait(
    [property: JsonPropertyName("who")] string Who,
    [property: JsonPropertyName("what")] string What,
    [property: JsonPropertyName("due")] string? Due = null);

/// <summary>The kinds of bookmarks that the engine knows.</summary>
public static class BookmarkKinds
{
    /// <summary>A named event; payload <c>{ eventName }</c>.</summary>
    public const string Event = "event";

    /// <summary>A timer of the engine; payload <c>{ due }</c>.</summary>
    public const string Timer = "timer";

    /// <summary>A task completed from outside; payload <c>{ taskId, taskName, payload }</c>.</summary>
    public const string Task = "task";

    /// <summary>A child instance; payload <c>{ instanceId }</c>.</summary>
    public const string Child = "child";

    /// <summary>A fact of another actor; payload <c>{ actor, fact }</c>.</summary>
    public const string Fact = "fact";

    /// <summary>An HTTP request; payload <c>{ path, methods }</c>.</summary>
    public const string Http = "http";

    /// <summary>The answer to an effect that the host carries out; payload names the effect.</summary>
    public const string Answer = "answer";

    /// <summary>A retry after a fault; a timer too.</summary>
    public const string Retry = "retry";
}
