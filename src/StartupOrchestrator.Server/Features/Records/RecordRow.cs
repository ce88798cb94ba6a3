using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Records;

/// <summary>One line of a list of any kind of record.</summary>
/// <param name="Id">The record (<c>kind/key</c>).</param>
/// <param name="Key">Its key, as in addresses.</param>
/// <param name="Version">Its version: the ETag.</param>
/// <param name="Type">Subtype within the kind.</param>
/// <param name="Status">Code of its status.</param>
/// <param name="StatusWord">Its status in words.</param>
/// <param name="Sponsor">Sponsor key.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Site">Site key.</param>
/// <param name="Code">Code or number by which people call it.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Owner">Role code or person key of who owns it.</param>
/// <param name="Due">Due date, local to its scope.</param>
/// <param name="WaitingOn">Whom it waits on: us, site, sponsor, authority, ethics, plan.</param>
/// <param name="WaitingSince">Since when.</param>
/// <param name="WaitingBusinessDays">Business days since then, up to today.</param>
/// <param name="Details">Everything else that is known of it; personal values in clear for callers who may read them, else null.</param>
public sealed record RecordRow(
    string Id, string Key, long Version, string? Type, string Status, string StatusWord, string? Sponsor, string? Study, string? Country, string? Site,
    string? Code, [property: Said] string? Title, string? Owner, LocalDate? Due, string? WaitingOn, LocalDate? WaitingSince, int? WaitingBusinessDays, JsonObject Details);

/// <summary>A page of lines.</summary>
/// <param name="Items">The lines.</param>
/// <param name="Next">Pass it as <c>cursor</c> for the next page; null at the end.</param>
public sealed record RecordPage(IReadOnlyList<RecordRow> Items, string? Next);

/// <summary>One record with what the caller may do with it.</summary>
/// <param name="Record">Its line.</param>
/// <param name="Allowed">Contract names of the commands that the caller's roles allow here; its status may allow fewer.</param>
public sealed record RecordDetail(RecordRow Record, IReadOnlyList<string> Allowed);
