using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Notes;

/// <summary>A note was written.</summary>
[Contract("note.written")]
public sealed record NoteWritten(Scope Scope, ActorId? About, NoteMessage Message) : Event;

/// <summary>Somebody answered.</summary>
[Contract("note.replied")]
public sealed record NoteReplied(NoteMessage Message) : Event;

/// <summary>Somebody who was mentioned has seen it.</summary>
[Contract("note.acknowledged")]
public sealed record NoteAcknowledged(string Person) : Event;

/// <summary>The author took it back.</summary>
[Contract("note.withdrawn")]
public sealed record NoteWithdrawn(string By, Instant At) : Event;
