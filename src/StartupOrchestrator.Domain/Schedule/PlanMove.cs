using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Schedule;

/// <summary>A planned date that would change.</summary>
public sealed record MovedDate(string Code, LocalDate? From, LocalDate To);

/// <summary>What moving one planned date of a site takes along.</summary>
/// <param name="Moved">The date itself and later steps that have no slack left, in the order of the network.</param>
/// <param name="Before">Schedule as it is.</param>
/// <param name="After">Schedule with the new dates.</param>
public sealed record PlanMove(ImmutableArray<MovedDate> Moved, SiteSchedule Before, SiteSchedule After)
{
    /// <summary>
    /// Works out the reach. A later date pushes what comes after it, as far as the usual time between them asks for it; an
    /// earlier date moves nothing else: whoever wants the rest earlier says so.
    /// </summary>
    /// <param name="before">Schedule as it is.</param>
    /// <param name="code">Milestone to be moved.</param>
    /// <param name="to">New planned date.</param>
    /// <param name="today">Today at the site.</param>
    public static PlanMove Of(SiteSchedule before, string code, LocalDate to, LocalDate today)
    {
        var plans = before.Steps.ToDictionary(s => s.Step.Code, s => s.Dates.Plan, StringComparer.Ordinal);
        var moved = ImmutableArray.CreateBuilder<MovedDate>();
        foreach (var step in before.Steps)
        {
            var own = step.Step.Code;
            var plan = plans[own];
            LocalDate? target = own == code ? to : step.IsDone || plan is null ? null : Pushed(step.Step, plan.Value, moved, before);
            if (target is { } date && date != plan)
            {
                moved.Add(new MovedDate(own, plan, date));
                plans[own] = date;
            }
        }

        var after = SiteSchedule.Compute([.. before.Steps.Select(s => s.Step)], c => (before[c]?.Dates ?? new MilestoneDates()).With(MilestoneDateKind.Plan, plans.GetValueOrDefault(c)), today, before.Calendar);
        return new PlanMove(moved.ToImmutable(), before, after);
    }

    private static LocalDate? Pushed(ScheduleStep step, LocalDate plan, ImmutableArray<MovedDate>.Builder moved, SiteSchedule schedule)
    {
        var pushes = moved.Where(m => step.After.Contains(m.Code) && (m.From is null || m.To > m.From)).ToList();
        if (pushes.Count == 0)
        {
            return null;
        }

        // What was planned closer together than usual keeps its distance.
        var earliest = pushes.Max(m => schedule.Calendar.Plus(m.To, Distance(m)));
        return earliest > plan ? earliest : null;

        int Distance(MovedDate m) => m.From is { } from ? Math.Max(0, Math.Min(step.TypicalDays, schedule.Calendar.Between(from, plan))) : step.TypicalDays;
    }
}
