using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>A plan began; it stays on this version of its definition.</summary>
/// <param name="Claim">Name that no other running plan may hold, where the definition wants only one at a time.</param>
[Contract("plan.started")]
public sealed record PlanStarted(string Definition, int Version, string? Title, Scope Scope, ActorId? Parent, string? Claim = null) : Event;

/// <summary>
/// A plan took a step. The change of the engine's state is recorded, not only what caused it, so that the journal folds to
/// the same state whatever engine reads it later.
/// </summary>
/// <param name="Cause">What made it step: <c>start</c>, <c>fact</c>, <c>event</c>, <c>timer</c>, <c>child</c>, <c>refusal</c>, <c>cancel</c>, <c>retry</c>, <c>skip</c>, <c>give-up</c>, <c>answer</c>.</param>
/// <param name="Delta">Change of the state, in the form of the journal.</param>
/// <param name="Done">Activities that ended, with their outcomes, in order.</param>
/// <param name="Blocked">Steps that became blocked: activity and message.</param>
/// <param name="Outcome">Outcome of the whole plan, when it ended with one.</param>
/// <param name="Begun">Activities that began and had inputs beyond the definition's constants.</param>
/// <param name="Lines">Lines printed.</param>
[Contract("plan.stepped")]
public sealed record PlanStepped(
    string Cause, JsonObject? Delta, ImmutableArray<ActivityDone> Done = default, ImmutableArray<ActivityStopped> Blocked = default, string? Outcome = null,
    ImmutableArray<ActivityBegun> Begun = default, ImmutableArray<string> Lines = default) : Event;

/// <summary>A plan moved to another version of its definition.</summary>
/// <param name="From">Version before.</param>
/// <param name="To">Version since.</param>
/// <param name="Delta">Change of the engine's state.</param>
[Contract("plan.migrated")]
public sealed record PlanMigrated(int From, int To, JsonObject? Delta) : Event;

/// <summary>A migration was taken back before the plan went on.</summary>
[Contract("plan.migration-reverted")]
public sealed record PlanMigrationReverted(int From, int To) : Event;

/// <summary>An activity began.</summary>
/// <param name="Activity">Id in the definition.</param>
/// <param name="Inputs">Inputs that are not constants of the definition; sensitive ones masked.</param>
public sealed record ActivityBegun(string Activity, JsonObject Inputs);

/// <summary>An activity ended.</summary>
/// <param name="Activity">Id in the definition.</param>
/// <param name="Outcomes">Outcomes; empty stands for Done.</param>
/// <param name="Outputs">Outputs by name; sensitive ones masked.</param>
public sealed record ActivityDone(string Activity, ImmutableArray<string> Outcomes = default, JsonObject? Outputs = null);

/// <summary>An activity cannot go on by itself.</summary>
public sealed record ActivityStopped(string Activity, string Message);
