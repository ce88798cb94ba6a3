using NodaTime;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Work;

/// <summary>Something on a person's plate. Days are business days of its country.</summary>
/// <param name="Id">The record (<c>kind/key</c>).</param>
/// <param name="Kind">Its kind, as in addresses: tasks, documents, plans, sites.</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Version: the ETag.</param>
/// <param name="Title">What it is.</param>
/// <param name="Study">Study key.</param>
/// <param name="StudyName">Short title of the study.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Site">Site key.</param>
/// <param name="SiteCode">Code of the site.</param>
/// <param name="SiteName">Institution.</param>
/// <param name="Status">Code of the status.</param>
/// <param name="StatusWord">Status in words.</param>
/// <param name="WaitingOn">Whom it waits on.</param>
/// <param name="WaitingBusinessDays">For how long.</param>
/// <param name="Owner">Role code or person key of whom it waits on.</param>
/// <param name="OwnerName">Their name; null when only the role is known.</param>
/// <param name="Due">Due date.</param>
/// <param name="LateBusinessDays">Business days past the due date; null when not late.</param>
/// <param name="DaysLost">Business days lost so far: past the target, or without one beyond the usual ten.</param>
/// <param name="Act">What helps: complete, remind, reply, review, decide, decision, answer, unblock.</param>
/// <param name="Reminders">Reminders sent so far.</param>
/// <param name="Note">For a blocked step: what is wrong; for a question: its words.</param>
/// <param name="About">The record that the act goes to (<c>kind/key</c>), where it is another.</param>
public sealed record WorkLine(
    string Id, string Kind, string Key, long Version, [property: Said] string Title, string? Study, string? StudyName, string? Country, string? Site, string? SiteCode, string? SiteName,
    string Status, string StatusWord, string? WaitingOn, int? WaitingBusinessDays, string? Owner, string? OwnerName, LocalDate? Due, int? LateBusinessDays, int DaysLost, string Act,
    int Reminders, string? Note, string? About);

/// <summary>Lines that belong together.</summary>
/// <param name="Key">overdue, due, approvals, committees, questions, mentions, blocked or arrived.</param>
/// <param name="Items">The lines, most days lost first.</param>
public sealed record WorkGroup(string Key, IReadOnlyList<WorkLine> Items);

/// <summary>A person's day.</summary>
/// <param name="Groups">Always all eight, in this order: overdue, due, approvals, committees, questions, mentions, blocked, arrived.</param>
/// <param name="TeamOpen">Open tasks of everybody in the caller's scope.</param>
/// <param name="FirstThreeDays">Business days lost by the first three lines.</param>
public sealed record WorkAnswer(IReadOnlyList<WorkGroup> Groups, int TeamOpen, int FirstThreeDays);
