using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Plans.Triggers;

/// <summary>A time at which a plan starts has come.</summary>
/// <param name="Activity">The trigger.</param>
/// <param name="Due">The time it was set for (UTC).</param>
[Contract("trigger.due")]
public sealed record TriggerDue(string Activity, Instant Due) : Command;

/// <summary>Publishes a named event from outside to plans that wait for it and to definitions that start on it.</summary>
/// <param name="Event">Name, case-sensitive.</param>
/// <param name="Correlation">Only waits of this correlation; null: all.</param>
/// <param name="Payload">What it brings; no personal values.</param>
[Contract("trigger.publish-event")]
public sealed record PublishEventFromOutside(string Event, string? Correlation = null, JsonNode? Payload = null) : Command;

/// <summary>The triggers are these from now on.</summary>
[Contract("trigger.set")]
public sealed record TriggersSet(int Version, ImmutableArray<TriggerEntry> Entries) : Event;

/// <summary>A trigger started a plan.</summary>
/// <param name="Activity">Which.</param>
/// <param name="Plan">The plan.</param>
[Contract("trigger.started-plan")]
public sealed record TriggerStartedPlan(string Activity, ActorId Plan) : Event;

/// <summary>Somebody published an event.</summary>
[Contract("trigger.event-published")]
public sealed record EventPublishedFromOutside(string Event, string? Correlation) : Event;
