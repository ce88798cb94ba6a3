using System.Collections.Immutable;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>
/// Told by a document, submission, contract or task to the study, country or site it belongs to. Studies hand it down to
/// their countries and countries to their sites, also to those added later, so that a site knows everything its gates ask for.
/// </summary>
/// <param name="Child">The actor.</param>
/// <param name="Role">What it is: document type, submission type, <c>contract</c>, task code.</param>
/// <param name="RequiredFor">Gates that ask for it.</param>
/// <param name="Level">Level at which it was created.</param>
[Contract("register.child")]
public sealed record RegisterChild(ActorId Child, string Role, ImmutableArray<Gate> RequiredFor, ScopeLevel Level) : Command;

/// <summary>A study, country or site learned of an actor that belongs to it.</summary>
[Contract("register.child-registered")]
public sealed record ChildRegistered(ActorId Child, string Role, ImmutableArray<Gate> RequiredFor, ScopeLevel Level) : Event;
