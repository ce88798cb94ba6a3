using NodaTime;
using StartupOrchestrator.Domain.Schedule;

namespace StartupOrchestrator.Server.Features.Schedule;

/// <summary>What counts as late: the one place.</summary>
public static class Lateness
{
    /// <summary>More business days than these behind the plan are late; fewer are at risk.</summary>
    public const int LateAfter = 10;

    /// <summary>Activated or expected more than ten business days after the plan, or planned before today and not activated.</summary>
    public static bool IsLate(SiteSchedule schedule, LocalDate today) =>
        schedule.Activation.Dates.Plan is { } plan
        && ((!schedule.Activation.IsDone && plan < today) || schedule.Slip(SiteNetwork.Activated) > LateAfter);
}
