using System.Collections.Immutable;
using NodaTime;

namespace StartupOrchestrator.Domain.Schedule;

/// <summary>One link of the chain behind a date.</summary>
/// <param name="Code">Milestone.</param>
/// <param name="Date">When it happened or is expected.</param>
/// <param name="AddedDays">Business days that it added to the slip (negative: won back). All of a chain add up to the slip of its last.</param>
/// <param name="TookDays">Business days since what came before.</param>
/// <param name="TypicalDays">Business days that this usually takes.</param>
/// <param name="Basis">Why then.</param>
public sealed record ScheduleCause(string Code, LocalDate Date, int AddedDays, int? TookDays, int TypicalDays, DateBasis Basis);

/// <summary>Explains a date: what it waited for longest, and what that waited for, back to the beginning.</summary>
public static class ScheduleCauses
{
    /// <summary>The chain, earliest first; empty when the network lacks the milestone.</summary>
    public static ImmutableArray<ScheduleCause> Of(SiteSchedule schedule, string code)
    {
        var chain = new List<ScheduledStep>();
        for (var step = schedule[code]; step is not null; step = step.DrivenBy is null ? null : schedule[step.DrivenBy])
        {
            chain.Add(step);
        }

        chain.Reverse();
        var causes = ImmutableArray.CreateBuilder<ScheduleCause>(chain.Count);
        var before = 0;
        foreach (var step in chain)
        {
            int? took = step.Start is { } start ? schedule.Calendar.Between(start, step.End) : null;

            // Milestones of the country have no planned date at the site: what they took beyond the usual is what they added.
            var slip = schedule.Slip(step.Step.Code) ?? (before + (took is { } days ? days - step.Step.TypicalDays : 0));
            causes.Add(new ScheduleCause(step.Step.Code, step.End, slip - before, took, step.Step.TypicalDays, step.Basis));
            before = slip;
        }

        return causes.ToImmutable();
    }

    /// <summary>The milestones without any slack before activation: a day later there is a day later at the end.</summary>
    public static ImmutableHashSet<string> Critical(SiteSchedule schedule) => [.. Of(schedule, SiteNetwork.Activated).Select(c => c.Code)];
}
