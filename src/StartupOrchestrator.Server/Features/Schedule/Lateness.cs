using NodaTime;
using StartupOrchestrator.Domain.Schedule;

namespace StartupOrchestrator.Server.Features.Schedule;

/// <summary>What counts as late: the one place.</summary>
public static class Lateness
{
    /// <summary>More business days than these behind the plan are late; fewer are at risk.</summary>
    public const int LateAfter = 10;

    /// <summary>Not activated yet, and planned before today or expected more than ten business days after the plan. What is activated is late no more: nobody can act on it.</summary>
    public static bool IsLate(SiteSchedule schedule, LocalDate today) =>
        schedule.Activation is { IsDone: false, Dates.Plan: { } plan } && (plan < today || schedule.Slip(SiteNetwork.Activated) > LateAfter);
}
