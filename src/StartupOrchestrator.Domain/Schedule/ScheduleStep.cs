using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Schedule;

/// <summary>A milestone of the way to activation, with what comes before it and how long it usually takes from there.</summary>
/// <param name="Code">Milestone code.</param>
/// <param name="Phase">One of the five phases that pages show: selection, documents, ethics, contract, initiation.</param>
/// <param name="TypicalDays">Business days from the last of <paramref name="After"/>, median; a planning default.</param>
/// <param name="After">Codes of milestones that come before.</param>
/// <param name="IsVisit">It takes place on the day that was agreed, not as soon as it could.</param>
public sealed record ScheduleStep(string Code, string Phase, int TypicalDays, ImmutableArray<string> After, bool IsVisit = false)
{
    /// <summary>Without a figure of its own, four in five take no longer than this part more than usual.</summary>
    private const double UsualSpread = 0.6;

    /// <summary>Business days that four in five do not exceed (P80).</summary>
    public int CautiousDays { get; init; } = (int)Math.Ceiling(TypicalDays * (1 + UsualSpread));
}
