using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Server.Http;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Features.Sites;

namespace StartupOrchestrator.Server.Features.Studies;

/// <summary>How a group of sites stands.</summary>
/// <param name="Sites">Sites that are still meant to be activated, or are.</param>
/// <param name="Activated">Activated.</param>
/// <param name="PlannedByToday">Planned to be activated by today.</param>
/// <param name="LateSites">Not activated, and planned before today or expected more than 10 business days after the plan.</param>
/// <param name="WaitingOnUs">Sites whose next step is ours.</param>
/// <param name="LastPlanned">Planned activation of the last site.</param>
/// <param name="LastForecast">Expected activation of the last site.</param>
/// <param name="SlipBusinessDays">Business days between the two.</param>
/// <param name="LastCautious">Cautious date (P80) of the last site.</param>
public sealed record SiteSummary(int Sites, int Activated, int PlannedByToday, int LateSites, int WaitingOnUs, LocalDate? LastPlanned, LocalDate? LastForecast, int? SlipBusinessDays, LocalDate? LastCautious)
{
    /// <summary>No sites.</summary>
    public static SiteSummary None { get; } = new(0, 0, 0, 0, 0, null, null, null, null);
}

/// <summary>A study in the portfolio.</summary>
/// <param name="Id">The study (<c>study/key</c>).</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Version: the ETag.</param>
/// <param name="Title">Title.</param>
/// <param name="ShortTitle">Short title.</param>
/// <param name="ProtocolNumber">Protocol number.</param>
/// <param name="RegistryId">Registry number.</param>
/// <param name="Phase">Phase.</param>
/// <param name="Sponsor">Sponsor key.</param>
/// <param name="SponsorName">Sponsor in words.</param>
/// <param name="Status">Code of the status.</param>
/// <param name="StatusWord">Status in words.</param>
/// <param name="Countries">Number of countries.</param>
/// <param name="Sites">See <see cref="SiteSummary"/>.</param>
/// <param name="Activated">See <see cref="SiteSummary"/>.</param>
/// <param name="PlannedByToday">See <see cref="SiteSummary"/>.</param>
/// <param name="LateSites">See <see cref="SiteSummary"/>.</param>
/// <param name="WaitingOnUs">Steps that wait on us.</param>
/// <param name="LastPlanned">See <see cref="SiteSummary"/>.</param>
/// <param name="LastForecast">See <see cref="SiteSummary"/>.</param>
/// <param name="SlipBusinessDays">See <see cref="SiteSummary"/>.</param>
/// <param name="Next">The next milestone that is expected at one of its sites.</param>
/// <param name="LastCautious">See <see cref="SiteSummary"/>.</param>
public sealed record StudyLine(
    string Id, string Key, long Version, string Title, string? ShortTitle, string? ProtocolNumber, string? RegistryId, string? Phase, string? Sponsor, string? SponsorName,
    string Status, string StatusWord, int Countries, int Sites, int Activated, int PlannedByToday, int LateSites, int WaitingOnUs, LocalDate? LastPlanned, LocalDate? LastForecast,
    int? SlipBusinessDays, NextMilestone? Next, LocalDate? LastCautious);

/// <summary>A page of studies.</summary>
/// <param name="Items">The studies.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record StudyPage(IReadOnlyList<StudyLine> Items, string? Next);

/// <summary>One study with what its page shows.</summary>
/// <param name="Record">Its line.</param>
/// <param name="Milestones">All milestones of a study, with four dates each.</param>
/// <param name="Allowed">Contract names of the commands that the caller's roles allow here.</param>
/// <param name="Details">Everything else that is known of it.</param>
public sealed record StudyDetail(StudyLine Record, IReadOnlyList<MilestoneLine> Milestones, IReadOnlyList<string> Allowed, JsonObject Details);

/// <summary>A country of a study.</summary>
/// <param name="Id">The country (<c>studycountry/key</c>).</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Version: the ETag.</param>
/// <param name="Iso2">ISO 3166-1 alpha-2 code.</param>
/// <param name="Status">Code of the status.</param>
/// <param name="StatusWord">Status in words.</param>
/// <param name="WaitingOn">Whom it waits on.</param>
/// <param name="WaitingSince">Since when.</param>
/// <param name="WaitingBusinessDays">For how long.</param>
/// <param name="Sites">See <see cref="SiteSummary"/>.</param>
/// <param name="Activated">See <see cref="SiteSummary"/>.</param>
/// <param name="PlannedByToday">See <see cref="SiteSummary"/>.</param>
/// <param name="LateSites">See <see cref="SiteSummary"/>.</param>
/// <param name="LastPlanned">See <see cref="SiteSummary"/>.</param>
/// <param name="LastForecast">See <see cref="SiteSummary"/>.</param>
/// <param name="SlipBusinessDays">See <see cref="SiteSummary"/>.</param>
/// <param name="WaitingWhat">The step there that lost most days.</param>
/// <param name="WaitingName">Who that waits on, by name; null when only the role is known.</param>
/// <param name="WaitingOwner">Role code or person key of whom it waits on.</param>
/// <param name="DaysLost">Business days lost by all that waits there.</param>
public sealed record CountryLine(
    string Id, string Key, long Version, string Iso2, string Status, string StatusWord, string? WaitingOn, LocalDate? WaitingSince, int? WaitingBusinessDays, int Sites, int Activated,
    int PlannedByToday, int LateSites, LocalDate? LastPlanned, LocalDate? LastForecast, int? SlipBusinessDays, [property: Said] string? WaitingWhat, string? WaitingName, string? WaitingOwner,
    int DaysLost);

/// <summary>A day of the activation curve: cumulative numbers of sites.</summary>
/// <param name="Date">The day.</param>
/// <param name="Planned">Planned to be activated by then.</param>
/// <param name="Actual">Activated by then; null after today.</param>
/// <param name="Forecast">Activated or expected by then; null before today.</param>
/// <param name="Cautious">Activated or expected by then with caution (P80); null before today.</param>
public sealed record CurvePoint(LocalDate Date, int Planned, int? Actual, int? Forecast, int? Cautious);
