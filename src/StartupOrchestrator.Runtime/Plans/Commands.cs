using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>Starts a plan: an instance of a published definition. The actor's key names the instance.</summary>
/// <param name="Definition">Logical id of the definition.</param>
/// <param name="Scope">Study, country and site that it works for; commands to "own" actors go there.</param>
/// <param name="Inputs">Inputs by name; no personal values.</param>
/// <param name="Version">Published version; null means the newest. The instance stays on it.</param>
/// <param name="Parent">The plan that started it as a child.</param>
/// <param name="Correlation">Ties named events to this instance; null: that of the parent, if any.</param>
/// <param name="Trigger">Activity at which it begins, when that activity started it.</param>
/// <param name="TriggerPayload">What started it brought: the event's payload, the request.</param>
/// <param name="Name">Name of this instance; null: the definition's.</param>
[Contract("plan.start")]
public sealed record StartPlan(
    string Definition, Scope Scope, JsonObject? Inputs = null, int? Version = null, ActorId? Parent = null, string? Correlation = null,
    string? Trigger = null, JsonNode? TriggerPayload = null, string? Name = null) : Command;

/// <summary>A timer of the plan is due.</summary>
/// <param name="Bookmark">The wait that it ends.</param>
[Contract("plan.timer-fired")]
public sealed record PlanTimerFired(string Bookmark) : Command;

/// <summary>Cancels the plan; it is cancelling until all its children have confirmed.</summary>
/// <param name="ReasonCode">Why, for the history.</param>
[Contract("plan.cancel")]
public sealed record CancelPlan(string? ReasonCode = null) : Command;

/// <summary>Tries a blocked step again.</summary>
/// <param name="Step">Id of the blocked step, as the plan's row lists it.</param>
[Contract("plan.retry-blocked-step")]
public sealed record RetryBlockedStep(string Step) : Command;

/// <summary>Counts a blocked step as done; asks a reason.</summary>
/// <param name="Step">Id of the blocked step.</param>
/// <param name="Outcome">Outcome by which the plan goes on.</param>
[Contract("plan.skip-blocked-step")]
public sealed record SkipBlockedStep(string Step, string Outcome = "Done") : Command;

/// <summary>Gives a blocked step up: its path ends; asks a reason.</summary>
/// <param name="Step">Id of the blocked step.</param>
[Contract("plan.cancel-blocked-step")]
public sealed record CancelBlockedStep(string Step) : Command;

/// <summary>Ends a wait of the plan from outside: a task of another system was completed, a call was answered.</summary>
/// <param name="Bookmark">The wait, as the plan's row lists it.</param>
/// <param name="Payload">What it brought; no personal values.</param>
[Contract("plan.resume")]
public sealed record ResumePlan(string Bookmark, JsonNode? Payload = null) : Command;

/// <summary>Reports a task of a RunTask activity as done.</summary>
/// <param name="Task">The task's id, as the activity gave it out.</param>
/// <param name="Result">What was done; no personal values.</param>
[Contract("plan.complete-task")]
public sealed record CompletePlanTask(string Task, JsonNode? Result = null) : Command;

/// <summary>Moves the plan to another published version of its definition, whole or not at all; asks a reason.</summary>
/// <param name="Version">The version to move to.</param>
/// <param name="Activities">New activity ids by old ones, where they are not the same.</param>
[Contract("plan.migrate")]
public sealed record MigratePlan(int Version, ImmutableSortedDictionary<string, string>? Activities = null) : Command;

/// <summary>Takes a migration back; possible until the plan takes its next step; asks a reason.</summary>
[Contract("plan.revert-migration")]
public sealed record RevertPlanMigration : Command;

/// <summary>Publishes a named event to all plans that wait for it, for example <c>core-icf-changed:{study}</c>, as the study itself does when its core consent form changes. Sent to the plan of the study.</summary>
/// <param name="Event">Name of the event, case-sensitive.</param>
/// <param name="Payload">What it brings; no personal values.</param>
[Contract("plan.publish-event")]
public sealed record PublishPlanEvent(string Event, JsonNode? Payload = null) : Command;
