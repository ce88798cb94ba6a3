using NodaTime;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Features.Schedule;

/// <summary>A milestone that comes next.</summary>
/// <param name="Date">When it is expected.</param>
/// <param name="Planned">When it was planned.</param>
/// <param name="Code">Milestone code.</param>
/// <param name="Name">In words.</param>
/// <param name="Site">Site key.</param>
/// <param name="SiteCode">Code of the site.</param>
public sealed record NextMilestone(LocalDate Date, LocalDate? Planned, string Code, string Name, string Site, string? SiteCode);

/// <summary>Finds what comes next at some sites.</summary>
internal static class NextMilestones
{
    private static readonly string[] Shown = ["SI-090", "SI-160", "SI-220", "SI-250", "SI-270"];

    /// <summary>The next ones, soonest first.</summary>
    public static IReadOnlyList<NextMilestone> Of(IEnumerable<StoredView> sites, Schedules times, int count) =>
    [
        .. sites.SelectMany(s => (times.Of(s)?.Steps ?? []).Where(t => !t.IsDone && Shown.Contains(t.Step.Code)).Select(t => new NextMilestone(
                t.End, t.Dates.Plan, t.Step.Code, MilestoneCatalog.Find(t.Step.Code)?.Name ?? t.Step.Code, s.Id.Key, s.Row.Code)))
            .OrderBy(n => n.Date).ThenBy(n => n.SiteCode, StringComparer.Ordinal).Take(count),
    ];
}
