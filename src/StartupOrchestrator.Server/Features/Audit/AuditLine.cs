using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Audit;

/// <summary>One act: who, when, what, old, new and why.</summary>
/// <param name="Id">The record (<c>kind/key</c>).</param>
/// <param name="Version">Its version after the act.</param>
/// <param name="At">When it was recorded (UTC).</param>
/// <param name="By">Who acted: a person, or <c>system</c>.</param>
/// <param name="ByName">The person's name, for callers who may read it.</param>
/// <param name="OnBehalfOf">For whom it was recorded.</param>
/// <param name="Reason">Why, as entered; null when none was given, it is erased, or the caller may not read it.</param>
/// <param name="Command">What was asked: contract name.</param>
/// <param name="Cause">The running plan, definition, version and activity that asked; null when a person did.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Title">The record in words; null for a person.</param>
/// <param name="SiteCode">Code of the site that it belongs to.</param>
public sealed record AuditLine(
    string Id, long Version, Instant At, string By, string? ByName, string? OnBehalfOf, string? Reason, string Command, string? Cause, IReadOnlyList<AuditChange> Changes,
    [property: Said] string? Title, string? SiteCode);

/// <summary>A field that changed.</summary>
/// <param name="Field">Which.</param>
/// <param name="Old">Before; null when there was none.</param>
/// <param name="New">After; null when it was taken away.</param>
public sealed record AuditChange(string Field, JsonNode? Old, JsonNode? New);

/// <summary>A page of acts, newest first.</summary>
/// <param name="Items">The acts.</param>
/// <param name="Next">Pass it as <c>before</c> for the next page; null at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Items, string? Next);
