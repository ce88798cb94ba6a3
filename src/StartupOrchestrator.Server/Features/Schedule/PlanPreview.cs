using NodaTime;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Schedule;

/// <summary>A change of plan to be looked at.</summary>
/// <param name="Sites">Keys of the sites.</param>
/// <param name="Milestone">Milestone code, for example SI-270.</param>
/// <param name="Date">New planned date; or</param>
/// <param name="ByBusinessDays">so many business days later (negative: earlier) at each site.</param>
public sealed record PlanRequest(IReadOnlyList<string> Sites, string Milestone, LocalDate? Date = null, int? ByBusinessDays = null);

/// <summary>What a change of plan would do.</summary>
/// <param name="Sites">Each site with the dates that change; send these dates to apply it.</param>
/// <param name="MovedSites">Sites where a date changes.</param>
/// <param name="LaterSteps">Other steps that move along.</param>
/// <param name="BecomeLate">Sites that are on time now and would be late.</param>
/// <param name="NoLongerLate">Sites that are late now and would not be.</param>
/// <param name="LastActivationFrom">Expected activation of the last of these sites now.</param>
/// <param name="LastActivationTo">And then.</param>
public sealed record PlanPreview(
    IReadOnlyList<PlanPreviewSite> Sites, int MovedSites, int LaterSteps, int BecomeLate, int NoLongerLate, LocalDate? LastActivationFrom, LocalDate? LastActivationTo);

/// <summary>One site of a preview.</summary>
/// <param name="Key">Site key.</param>
/// <param name="Code">What people call it.</param>
/// <param name="Version">Version that was looked at: send it as If-Match.</param>
/// <param name="Moves">Dates that change, the asked one first in the order of the way to activation.</param>
/// <param name="ForecastFrom">Expected activation now.</param>
/// <param name="ForecastTo">And then.</param>
/// <param name="SlipFrom">Business days of activation against the plan now.</param>
/// <param name="SlipTo">And then.</param>
/// <param name="BecomesLate">It is on time now and would be late.</param>
public sealed record PlanPreviewSite(
    string Key, string? Code, long Version, IReadOnlyList<PlanPreviewMove> Moves, LocalDate ForecastFrom, LocalDate ForecastTo, int? SlipFrom, int? SlipTo, bool BecomesLate);

/// <summary>One date of a preview.</summary>
/// <param name="Code">Milestone code.</param>
/// <param name="Name">In words.</param>
/// <param name="From">Planned now.</param>
/// <param name="To">Planned then.</param>
public sealed record PlanPreviewMove(string Code, string Name, LocalDate? From, LocalDate To);

/// <summary>Sites that got planned dates.</summary>
/// <param name="Planned">How many.</param>
/// <param name="Left">How many had dates already, or left start-up.</param>
/// <param name="Refused">How many refused, with the first reason.</param>
/// <param name="Reason">Why.</param>
public sealed record PlanProposed(int Planned, int Left, int Refused, [property: Told] string? Reason);
