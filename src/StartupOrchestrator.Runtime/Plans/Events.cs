using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>A plan began; it stays on this version of its definition.</summary>
[Contract("plan.started")]
public sealed record PlanStarted(string Definition, int Version, string? Title, Scope Scope, ActorId? Parent) : Event;

/// <summary>
/// A plan took a step. The change of the engine's state is recorded, not only what caused it, so that the journal folds to
/// the same state whatever engine reads it later.
/// </summary>
/// <param name="Cause">What made it step: <c>start</c>, <c>fact</c>, <c>event</c>, <c>timer</c>, <c>child</c>, <c>refusal</c>, <c>cancel</c>, <c>retry</c>, <c>skip</c>, <c>give-up</c>, <c>answer</c>.</param>
/// <param name="Delta">Change of the state, in the form of the journal.</param>
/// <param name="Done">Activities that ended, with their outcomes, in order.</param>
/// <param name="Blocked">Steps that became blocked: activity and message.</param>
/// <param name="Outcome">Outcome of the whole plan, when it ended with one.</param>
[Contract("plan.stepped")]
public sealed record PlanStepped(
    string Cause, JsonObject? Delta, ImmutableArray<ActivityDone> Done = default, ImmutableArray<ActivityStopped> Blocked = default, string? Outcome = null) : Event;

/// <summary>An activity ended.</summary>
/// <param name="Activity">Id in the definition.</param>
/// <param name="Outcomes">Outcomes; empty stands for Done.</param>
public sealed record ActivityDone(string Activity, ImmutableArray<string> Outcomes = default);

/// <summary>An activity cannot go on by itself.</summary>
public sealed record ActivityStopped(string Activity, string Message);
