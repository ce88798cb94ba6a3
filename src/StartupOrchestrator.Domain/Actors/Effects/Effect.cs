using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors.Facts;

namespace StartupOrchestrator.Domain.Actors.Effects;

/// <summary>
/// Something that a decision causes outside its actor. Written in the same transaction as the events, carried out
/// afterwards at least once under a stable key. No personal values.
/// </summary>
public abstract record Effect;

/// <summary>Sends a command to another actor. Its command id is derived from the causing command and <paramref name="Key"/>.</summary>
/// <param name="Target">Receiver.</param>
/// <param name="Command">What it is asked.</param>
/// <param name="Key">Unique within the decision.</param>
public sealed record Tell(ActorId Target, Command Command, string Key) : Effect
{
    /// <summary>The step of a plan that asks, where a plan does.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Waits for facts of the target that begin or end with the command, in the same commit: ends before it, beginnings after it.</summary>
    public ImmutableArray<FactWatch> Watches { get; init; } = [];
}

/// <summary>Sets or moves a timer of this actor. When due, the command is sent to this actor once per setting.</summary>
/// <param name="Key">Name within the actor; setting it again replaces it.</param>
/// <param name="Due">When (UTC). A moment in the past fires at once.</param>
/// <param name="Command">Sent to this actor when due.</param>
public sealed record SetTimer(string Key, Instant Due, Command Command) : Effect;

/// <summary>Removes a timer of this actor, if it is set.</summary>
public sealed record ClearTimer(string Key) : Effect;

/// <summary>Sends an e-mail, rendered when it leaves.</summary>
/// <param name="Key">Unique within this actor for ever: makes the Message-ID.</param>
/// <param name="Template">Name of the template, for example <c>task-assigned</c>.</param>
/// <param name="To">The person who receives it.</param>
/// <param name="Data">What the template needs; references, never personal values.</param>
public sealed record SendMail(string Key, string Template, ActorId To, JsonObject Data) : Effect
{
    /// <summary>Members of the data that hold personal values all the same, as an address or words that a workflow wrote: the commit puts the values into their table and references into the row.</summary>
    public ImmutableArray<string> Personal { get; init; } = [];
}

/// <summary>Sends, moves or cancels a calendar entry.</summary>
/// <param name="Uid">Stable id of the entry.</param>
/// <param name="Sequence">Rises with each change of the same entry.</param>
/// <param name="Data">Start, end, zone, attendees (person references), summary template; <c>cancelled</c> true removes it.</param>
public sealed record SendInvitation(string Uid, int Sequence, JsonObject Data) : Effect;

/// <summary>Calls another system over HTTP; the answer comes back to this actor as a command. No personal values.</summary>
/// <param name="Key">Unique within this actor for ever: the call's own key, sent along so that a second delivery is recognised.</param>
/// <param name="Request">Method, address, headers, content.</param>
/// <param name="Bookmark">The wait that the answer ends.</param>
public sealed record CallOut(string Key, JsonObject Request, string Bookmark) : Effect;

/// <summary>Tells every plan that waits for the event of this name and correlation.</summary>
public sealed record PublishEvent(string Name, string? Correlation, JsonNode? Payload, string Key) : Effect;

/// <summary>Starts waiting for a named event: at a match this actor receives <see cref="Facts.EventArrived"/> with the bookmark and the payload, once per event and bookmark.</summary>
public sealed record AwaitEvent(string Bookmark, string Name, string? Correlation) : Effect;

/// <summary>Stops waiting for a named event.</summary>
public sealed record ForgetEvent(string Bookmark) : Effect;
