using NodaTime;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Waiting;

/// <summary>Something that waits on somebody. Days are business days of its country.</summary>
/// <param name="Id">The record (<c>kind/key</c>).</param>
/// <param name="Kind">Its kind, as in addresses.</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Version: the ETag.</param>
/// <param name="Code">What sort of step it is: the same for the same step at other sites.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Site">Site key; null for what concerns a whole country or study.</param>
/// <param name="SiteCode">Code of the site.</param>
/// <param name="Party">Whom it waits on: us, site, sponsor, authority, ethics.</param>
/// <param name="Owner">Role code or person key.</param>
/// <param name="Who">Name of the person or body; null when only the role is known.</param>
/// <param name="Since">Since when.</param>
/// <param name="BusinessDays">For how long.</param>
/// <param name="Due">Its target.</param>
/// <param name="DaysLost">Business days past the target; without one, beyond the usual ten.</param>
/// <param name="Reminders">Reminders sent so far.</param>
public sealed record WaitingItem(
    string Id, string Kind, string Key, long Version, string Code, [property: Said] string Title, string? Study, string? Country, string? Site, string? SiteCode, string Party, string? Owner,
    string? Who, LocalDate Since, int BusinessDays, LocalDate? Due, int DaysLost, int Reminders);

/// <summary>The same step waiting at several places.</summary>
/// <param name="Key">Kind, step and party: stable within the study.</param>
/// <param name="Title">The step in words.</param>
/// <param name="Party">Whom it waits on.</param>
/// <param name="Owner">Role code or person key, where all have the same.</param>
/// <param name="Who">Name, where all wait on the same.</param>
/// <param name="Countries">ISO 3166-1 alpha-2 codes.</param>
/// <param name="Sites">How many sites.</param>
/// <param name="LongestDays">Business days of the longest wait.</param>
/// <param name="Since">Since when the longest waits.</param>
/// <param name="DaysLost">Sum of the business days lost.</param>
/// <param name="Items">Each wait, most days lost first.</param>
public sealed record Bottleneck(
    string Key, [property: Said] string Title, string Party, string? Owner, string? Who, IReadOnlyList<string> Countries, int Sites, int LongestDays, LocalDate Since, int DaysLost,
    IReadOnlyList<WaitingItem> Items);
