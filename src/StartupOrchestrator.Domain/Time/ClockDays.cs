using System.Collections.Immutable;
using NodaTime;

namespace StartupOrchestrator.Domain.Time;

/// <summary>Who has the ball during a stretch of days.</summary>
/// <param name="Holder">Whose days these are.</param>
/// <param name="From">The event that began it; the day after is its first day.</param>
/// <param name="To">Last day of it; null while it runs.</param>
/// <param name="Stopped">The authority's clock stands still meanwhile.</param>
public sealed record ClockStretch(ClockHolder Holder, LocalDate From, LocalDate? To, bool Stopped = false);

/// <summary>Whose days they are.</summary>
public enum ClockHolder
{
    /// <summary>Authority or committee.</summary>
    Authority,

    /// <summary>Sponsor, CRO or investigator.</summary>
    Sponsor,
}

/// <summary>The three numbers of a regulatory clock, and what ran of it; calendar days.</summary>
/// <param name="Gross">Days from the first event to the last.</param>
/// <param name="Authority">Days with the authority.</param>
/// <param name="Sponsor">Days with the sponsor.</param>
/// <param name="Stopped">Days on which the authority's clock stood still: stops and pauses.</param>
public sealed record ClockDays(int Gross, int Authority, int Sponsor, int Stopped)
{
    /// <summary>Running days only.</summary>
    public int Running => Gross - Stopped;

    /// <summary>Counts the days of a clock up to a day.</summary>
    /// <param name="stretches">In order; each begins where the one before ended.</param>
    /// <param name="until">For the running stretch: the last day to count.</param>
    /// <param name="pauses">Pauses laid down from outside: their days are stopped, whoever has the ball.</param>
    public static ClockDays Count(IEnumerable<ClockStretch> stretches, LocalDate until, IEnumerable<ClockPause>? pauses = null)
    {
        ImmutableArray<ClockPause> stops = [.. pauses ?? []];
        int gross = 0, authority = 0, sponsor = 0, stopped = 0;
        foreach (var stretch in stretches)
        {
            for (var day = stretch.From.PlusDays(1); day <= (stretch.To ?? until); day = day.PlusDays(1))
            {
                gross++;
                authority += stretch.Holder == ClockHolder.Authority ? 1 : 0;
                sponsor += stretch.Holder == ClockHolder.Sponsor ? 1 : 0;
                stopped += stretch.Stopped || stops.Any(p => p.Holds(day)) ? 1 : 0;
            }
        }

        return new ClockDays(gross, authority, sponsor, stopped);
    }
}
