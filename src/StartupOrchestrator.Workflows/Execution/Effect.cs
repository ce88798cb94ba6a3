using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>What a step wants the host to do, in order. Effects commit with the state and are carried out at least once.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(RegisterBookmark), "register-bookmark")]
[JsonDerivedType(typeof(RemoveBookmark), "remove-bookmark")]
[JsonDerivedType(typeof(StartTimer), "start-timer")]
[JsonDerivedType(typeof(CancelTimer), "cancel-timer")]
[JsonDerivedType(typeof(TellActor), "tell-actor")]
[JsonDerivedType(typeof(AwaitFact), "await-fact")]
[JsonDerivedType(typeof(ForgetFact), "forget-fact")]
[JsonDerivedType(typeof(PublishEvent), "publish-event")]
[JsonDerivedType(typeof(StartChild), "start-child")]
[JsonDerivedType(typeof(CancelChild), "cancel-child")]
[JsonDerivedType(typeof(WriteLine), "write-line")]
[JsonDerivedType(typeof(HostCall), "host-call")]
public abstract record Effect;

/// <summary>Makes a wait known from outside: events, tasks, HTTP requests and answers.</summary>
/// <param name="BookmarkId">Id of the bookmark.</param>
/// <param name="Kind">Kind of wait.</param>
/// <param name="Payload">What is awaited.</param>
/// <param name="CorrelationId">Correlation of the instance at this moment.</param>
/// <param name="Wait">Who must act, and by when.</param>
public sealed record RegisterBookmark(string BookmarkId, string Kind, JsonNode? Payload, string? CorrelationId, Wait? Wait) : Effect;

/// <summary>Takes a wait back.</summary>
/// <param name="BookmarkId">Id of the bookmark.</param>
/// <param name="Kind">Kind of wait.</param>
public sealed record RemoveBookmark(string BookmarkId, string Kind) : Effect;

/// <summary>Starts a timer. Exactly one of the two due members is set.</summary>
/// <param name="BookmarkId">Id of the bookmark that the timer resumes.</param>
/// <param name="DueInstant">When, UTC.</param>
/// <param name="DueLocal">When, on the wall clock of <paramref name="Zone"/>.</param>
/// <param name="Zone">Time zone id of <paramref name="DueLocal"/>.</param>
public sealed record StartTimer(string BookmarkId, Instant? DueInstant, LocalDateTime? DueLocal = null, string? Zone = null) : Effect;

/// <summary>Stops a timer.</summary>
/// <param name="BookmarkId">Id of the timer's bookmark.</param>
public sealed record CancelTimer(string BookmarkId) : Effect;

/// <summary>Sends a command to an actor.</summary>
/// <param name="Actor">Address of the actor.</param>
/// <param name="Command">The command with its contract name.</param>
/// <param name="CommandId">Id derived from instance and activity, so that a second delivery is recognised.</param>
public sealed record TellActor(string Actor, JsonNode Command, string CommandId) : Effect;

/// <summary>Asks an actor to answer now or later when a fact holds.</summary>
/// <param name="Actor">Address of the actor that owns the fact.</param>
/// <param name="Fact">Name of the fact; several joined by <c>|</c> ask for whichever holds first.</param>
/// <param name="BookmarkId">Bookmark that the answer resumes.</param>
/// <param name="Wait">Who must act, and by when.</param>
/// <param name="Once">Told once, then over; else its retraction is told too, until the wait is forgotten.</param>
public sealed record AwaitFact(string Actor, string Fact, string BookmarkId, Wait? Wait = null, bool Once = true) : Effect;

/// <summary>Takes an awaited fact back.</summary>
/// <param name="Actor">Address of the actor that owns the fact.</param>
/// <param name="Fact">Name of the fact.</param>
/// <param name="BookmarkId">Bookmark of the wait.</param>
public sealed record ForgetFact(string Actor, string Fact, string BookmarkId) : Effect;

/// <summary>Publishes a named event to triggers and bookmarks.</summary>
/// <param name="EventName">Name, case-sensitive.</param>
/// <param name="Payload">What it brings.</param>
/// <param name="CorrelationId">Only bookmarks of this correlation; null for all.</param>
/// <param name="OnlyThisInstance">Whether only this instance hears it.</param>
/// <param name="EventId">Derived id, so that a second delivery is recognised.</param>
public sealed record PublishEvent(string EventName, JsonNode? Payload, string? CorrelationId, bool OnlyThisInstance, string EventId) : Effect;

/// <summary>Starts a child instance of the published version of a definition.</summary>
/// <param name="ChildInstanceId">Derived from parent, activity and iteration.</param>
/// <param name="DefinitionId">Logical id of the definition.</param>
/// <param name="Inputs">Inputs of the child.</param>
/// <param name="CorrelationId">Correlation of the child.</param>
/// <param name="ReportsEnd">Whether the parent waits for its end.</param>
public sealed record StartChild(
    string ChildInstanceId, string DefinitionId, IReadOnlyDictionary<string, JsonNode?> Inputs, string? CorrelationId, bool ReportsEnd) : Effect;

/// <summary>Cancels a child instance; it reports its end.</summary>
/// <param name="ChildInstanceId">Id of the child.</param>
public sealed record CancelChild(string ChildInstanceId) : Effect;

/// <summary>Prints a line.</summary>
/// <param name="Text">The line.</param>
public sealed record WriteLine(string Text) : Effect;

/// <summary>Work at the edge: an HTTP request, an e-mail, an HTTP response.</summary>
/// <param name="Kind">What to do: <c>http-request</c>, <c>http-response</c>, <c>mail</c>.</param>
/// <param name="Payload">The details.</param>
/// <param name="BookmarkId">Bookmark that the answer resumes; null when none is awaited.</param>
/// <param name="CallId">Derived id, the stable key of the call.</param>
public sealed record HostCall(string Kind, JsonNode Payload, string? BookmarkId, string CallId) : Effect;
