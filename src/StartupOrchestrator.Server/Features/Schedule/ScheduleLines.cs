using NodaTime;

namespace StartupOrchestrator.Server.Features.Schedule;

/// <summary>A milestone on the way to activation.</summary>
/// <param name="Code">Milestone code.</param>
/// <param name="Name">In words.</param>
/// <param name="Phase">selection, documents, ethics, contract or initiation.</param>
/// <param name="From">When the last of what it needs was, or is expected to be, there.</param>
/// <param name="Baseline">Frozen first plan.</param>
/// <param name="Planned">Present commitment.</param>
/// <param name="Forecast">Expected; null once it happened.</param>
/// <param name="Actual">When it happened.</param>
/// <param name="SlipBusinessDays">Actual or forecast against the plan; positive is late.</param>
/// <param name="After">What it needs.</param>
/// <param name="DrivenBy">What it waits for longest.</param>
/// <param name="Critical">A day later here is a day later at activation.</param>
/// <param name="CountryLevel">A milestone of the country that the site shares with others.</param>
/// <param name="Cautious">Expected with caution (P80); null once it happened.</param>
public sealed record ScheduleLine(
    string Code, string Name, string Phase, LocalDate? From, LocalDate? Baseline, LocalDate? Planned, LocalDate? Forecast, LocalDate? Actual, int? SlipBusinessDays,
    IReadOnlyList<string> After, string? DrivenBy, bool Critical, bool CountryLevel, LocalDate? Cautious);

/// <summary>A site on the timeline.</summary>
/// <param name="Key">Site key.</param>
/// <param name="Code">What people call it.</param>
/// <param name="Name">Institution.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Version">Version: the ETag.</param>
/// <param name="Status">Code of the status.</param>
/// <param name="IsLate">Late against the plan.</param>
/// <param name="Steps">Its milestones, each after what it needs; empty once it left start-up.</param>
public sealed record TimelineSite(string Key, string? Code, string? Name, string? Country, long Version, string Status, bool IsLate, IReadOnlyList<ScheduleLine> Steps);

/// <summary>The timeline of a study.</summary>
/// <param name="Today">The day for which it holds.</param>
/// <param name="Sites">Sites by country and code.</param>
/// <param name="NonWorking">Public holidays by country within the time shown: date and name.</param>
public sealed record TimelineAnswer(LocalDate Today, IReadOnlyList<TimelineSite> Sites, IReadOnlyList<NonWorkingDay> NonWorking);

/// <summary>A day that is not worked, besides weekends.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Date">The day.</param>
/// <param name="Name">What it is.</param>
public sealed record NonWorkingDay(string Country, LocalDate Date, string Name);

/// <summary>Why a date is what it is.</summary>
/// <param name="Code">Milestone code.</param>
/// <param name="Name">In words.</param>
/// <param name="Baseline">Frozen first plan.</param>
/// <param name="Planned">Present commitment.</param>
/// <param name="Forecast">Expected; null once it happened.</param>
/// <param name="Actual">When it happened.</param>
/// <param name="SlipBusinessDays">The sum of the days that the causes added.</param>
/// <param name="Causes">Earliest first.</param>
/// <param name="Waiting">What stands still at the site right now, most days lost first.</param>
/// <param name="Cautious">Expected with caution (P80); null once it happened.</param>
public sealed record WhyAnswer(
    string Code, string Name, LocalDate? Baseline, LocalDate? Planned, LocalDate? Forecast, LocalDate? Actual, int? SlipBusinessDays, IReadOnlyList<CauseLine> Causes,
    IReadOnlyList<Waiting.WaitingItem> Waiting, LocalDate? Cautious);

/// <summary>One link of the chain.</summary>
/// <param name="Code">Milestone code.</param>
/// <param name="Name">In words.</param>
/// <param name="Date">When it happened or is expected.</param>
/// <param name="AddedDays">Business days that it added to the slip; negative: won back.</param>
/// <param name="TookDays">Business days since what came before.</param>
/// <param name="TypicalDays">Business days that it usually takes.</param>
/// <param name="Basis">actual, by-hand, visit, typical or overdue.</param>
public sealed record CauseLine(string Code, string Name, LocalDate Date, int AddedDays, int? TookDays, int TypicalDays, string Basis);
