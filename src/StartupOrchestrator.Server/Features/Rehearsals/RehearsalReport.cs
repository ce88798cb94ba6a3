using NodaTime;

namespace StartupOrchestrator.Server.Features.Rehearsals;

/// <summary>What a dry run came to.</summary>
/// <param name="Study">Key of the study.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Begin">First virtual day.</param>
/// <param name="End">Last virtual day.</param>
/// <param name="Sites">How many sites.</param>
/// <param name="ByStatus">Sites by status.</param>
/// <param name="FirstActivation">First site active.</param>
/// <param name="LastActivation">Last site active.</param>
/// <param name="Acts">Acts played.</param>
/// <param name="Answers">Of these, tasks answered by the link in the mail.</param>
/// <param name="Mails">Mails produced; none left the folder.</param>
/// <param name="Postponed">Times an act was not possible yet and was tried again later, by reason.</param>
/// <param name="BlockedSteps">Steps of plans that a person would have to look at.</param>
/// <param name="Unfinished">Sites that are neither active nor ended, with what they wait for.</param>
public sealed record RehearsalReport(
    string Study, long Seed, LocalDate Begin, LocalDate End, int Sites, IReadOnlyDictionary<string, int> ByStatus, LocalDate? FirstActivation, LocalDate? LastActivation,
    int Acts, int Answers, int Mails, IReadOnlyDictionary<string, int> Postponed, IReadOnlyList<string> BlockedSteps, IReadOnlyList<string> Unfinished)
{
    /// <summary>How each site went.</summary>
    public IReadOnlyList<RehearsedSite> SiteResults { get; init; } = [];
}

/// <summary>A site of a dry run.</summary>
/// <param name="Code">What people call it.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Status">Code of its last status.</param>
/// <param name="Reached">When milestones were reached, by code.</param>
public sealed record RehearsedSite(string Code, string? Country, string Status, IReadOnlyDictionary<string, LocalDate> Reached);
