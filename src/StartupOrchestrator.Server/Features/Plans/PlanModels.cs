using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Plans;

/// <summary>Asks to start a plan from a published definition.</summary>
/// <param name="Inputs">Inputs by name; no personal values.</param>
/// <param name="Version">Published version; null: the newest.</param>
/// <param name="Correlation">Ties named events and calls to this plan.</param>
/// <param name="Name">Name of the plan; null: the definition's.</param>
/// <param name="Study">Study that it works for.</param>
/// <param name="Country">Country of the study (ISO 3166-1 alpha-2).</param>
/// <param name="Site">Site that it works for.</param>
public sealed record RunPlanRequest(
    JsonObject? Inputs = null, int? Version = null, string? Correlation = null, string? Name = null, string? Study = null, string? Country = null, string? Site = null);

/// <summary>Reports a task of a RunTask activity as done.</summary>
/// <param name="Result">What was done; no personal values.</param>
public sealed record CompleteTaskRequest(JsonNode? Result = null);

/// <summary>Publishes a named event.</summary>
/// <param name="Name">Name, case-sensitive.</param>
/// <param name="Study">Only plans of this study hear it.</param>
/// <param name="Correlation">Only plans of this correlation hear it; the whole organisation's right is needed.</param>
/// <param name="Payload">What it brings; no personal values.</param>
public sealed record PublishEventRequest(string Name, string? Study = null, string? Correlation = null, JsonNode? Payload = null);

/// <summary>Asks what moving plans to another version would do, or to move them.</summary>
/// <param name="Version">Version to move to.</param>
/// <param name="From">Move the plans on this version; null: of every other one.</param>
/// <param name="Plans">Keys of the plans; null: all that run in the caller's scope.</param>
/// <param name="Activities">New activity ids by old ones, where they are not the same.</param>
/// <param name="Reason">Why; needed to move.</param>
public sealed record MigrateRequest(int Version, int? From = null, IReadOnlyList<string>? Plans = null, Dictionary<string, string>? Activities = null, string? Reason = null);

/// <summary>What a migration does to one plan.</summary>
/// <param name="Plan">Key of the plan.</param>
/// <param name="Title">The plan in words.</param>
/// <param name="From">Version that it is on.</param>
/// <param name="Possible">It can move.</param>
/// <param name="Moves">Where it stands now and would stand then.</param>
/// <param name="Refusals">Why it cannot move, each naming the activity.</param>
/// <param name="Notes">What will be different for it.</param>
/// <param name="Moved">It was moved.</param>
public sealed record MigrationLine(
    string Plan, string? Title, int From, bool Possible, IReadOnlyList<MigrationMove> Moves, [property: Told] IReadOnlyList<string> Refusals, [property: Told] IReadOnlyList<string> Notes, bool Moved = false);

/// <summary>An activity in which a plan stands.</summary>
/// <param name="From">Its name now.</param>
/// <param name="To">Its name in the other version.</param>
public sealed record MigrationMove(string From, string To);

/// <summary>What a migration does.</summary>
/// <param name="Definition">Key of the definition.</param>
/// <param name="Version">Version to move to.</param>
/// <param name="Gone">Activities of other versions that plans stand in and that have no counterpart.</param>
/// <param name="Plans">The plans.</param>
/// <param name="More">There are more plans than one request looks at: move these, then ask again.</param>
public sealed record MigrationReport(string Definition, int Version, IReadOnlyList<string> Gone, IReadOnlyList<MigrationLine> Plans, bool More);

/// <summary>A page of a plan's history.</summary>
/// <param name="Items">Steps, oldest first.</param>
/// <param name="Next">Pass it as <c>after</c> for the next page; null at the end.</param>
public sealed record PlanHistoryPage(IReadOnlyList<PlanHistoryLine> Items, long? Next);

/// <summary>One step of a plan.</summary>
/// <param name="Version">The plan's version after it.</param>
/// <param name="At">When it was recorded (UTC).</param>
/// <param name="By">Who set it off.</param>
/// <param name="Cause">What set it off: start, fact, event, timer, child, refusal, cancel, retry, skip, give-up, answer, migration.</param>
/// <param name="Begun">Activities that began, with inputs; sensitive ones masked.</param>
/// <param name="Ended">Activities that ended, with outcomes and outputs; sensitive ones masked.</param>
/// <param name="Blocked">Activities that cannot go on, and why.</param>
/// <param name="Lines">Lines printed.</param>
/// <param name="Outcome">Outcome of the whole plan.</param>
public sealed record PlanHistoryLine(
    long Version, Instant At, string By, string Cause, IReadOnlyList<HistoryActivity> Begun, IReadOnlyList<HistoryActivity> Ended, IReadOnlyList<HistoryActivity> Blocked,
    IReadOnlyList<string> Lines, string? Outcome);

/// <summary>An activity in a step.</summary>
/// <param name="Activity">Id in the definition.</param>
/// <param name="Name">Its name on the canvas.</param>
/// <param name="Type">Contract name of its type.</param>
/// <param name="Values">Inputs or outputs by name.</param>
/// <param name="Outcomes">Outcomes by which it ended.</param>
/// <param name="Message">Why it is blocked.</param>
public sealed record HistoryActivity(string Activity, string? Name, string? Type, JsonObject? Values = null, IReadOnlyList<string>? Outcomes = null, [property: Told] string? Message = null);
