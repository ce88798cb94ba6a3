using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Testing.Actors;

[Contract("probe.add")]
public sealed record Add(int Amount) : Command;

[Contract("probe.describe")]
public sealed record Describe(string Status, string? Study = null, string? Title = null) : Command;

[Contract("probe.set-timer")]
public sealed record PlanAdd(string Key, Instant Due, int Amount) : Command;

[Contract("probe.clear-timer")]
public sealed record UnplanAdd(string Key) : Command;

[Contract("probe.tell")]
public sealed record Pass(ActorId Target, int Amount, string Key = "pass", int Times = 1) : Command;

[Contract("probe.claim")]
public sealed record Claim(string Name) : Command;

[Contract("probe.release")]
public sealed record Release(string Name) : Command;

[Contract("probe.ask")]
public sealed record Ask(ActorId Target, int Amount, ImmutableArray<FactWatch> Watches) : Command;

[Contract("probe.await")]
public sealed record Follow(ActorId Target, string Fact, string Token) : Command;

[Contract("probe.unfollow")]
public sealed record Unfollow(ActorId Target, string Token) : Command;

[Contract("probe.publish")]
public sealed record Publish(string Name, string? Correlation = null) : Command;

[Contract("probe.wait-event")]
public sealed record WaitFor(string Bookmark, string Name, string? Correlation = null) : Command;

[Contract("probe.mail")]
public sealed record Mail(string Key) : Command;

[Contract("probe.add-below")]
public sealed record AddIfOtherBelow(ActorId Other, int Limit, int Amount) : Command;

[Contract("probe.fail")]
public sealed record Fail : Command;

[Contract("probe.added")]
public sealed record Added(int Amount) : Event;

[Contract("probe.described")]
public sealed record Described(string Status, string? Study, string? Title) : Event;

[Contract("probe.claimed")]
public sealed record Claimed(string Name) : Event;

[Contract("probe.released")]
public sealed record Released(string Name) : Event;

[Contract("probe.heard")]
public sealed record Heard(string What, JsonNode? Data) : Event;
