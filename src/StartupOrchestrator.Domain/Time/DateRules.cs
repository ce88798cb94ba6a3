using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace StartupOrchestrator.Domain.Time;

/// <summary>Computes last days from rules and explains them.</summary>
public static class DateRules
{
    private static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    /// <summary>The last day of a period.</summary>
    /// <param name="rule">The period.</param>
    /// <param name="trigger">Date of the event that starts it, in the zone of the party that must act.</param>
    /// <param name="calendar">Working days of that party.</param>
    /// <param name="pauses">Pauses laid down from outside; used only when the rule says so.</param>
    /// <remarks>
    /// Where a pause interrupts the period there are two readings: days run on after the pause (the timer paused), or the
    /// whole period begins on the day after the pause. Both are computed; the earlier one binds.
    /// </remarks>
    public static Deadline LastDay(DateRule rule, LocalDate trigger, BusinessCalendar calendar, IEnumerable<ClockPause>? pauses = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        var steps = ImmutableArray.CreateBuilder<string>();
        ImmutableArray<ClockPause> stops = rule.Pauses ? [.. pauses ?? []] : [];
        steps.Add($"{rule.Days} {(rule.Basis == DayBasis.Working ? "business" : "calendar")} days from {Text(trigger)}, {StartWords(rule.Start)}.");
        var raw = Count(rule, trigger, calendar, stops);
        var date = Finish(rule, trigger, raw, calendar, stops, steps);
        LocalDate? possible = null;
        var unpaused = Count(rule, trigger, calendar, []);
        if (stops.FirstOrDefault(p => trigger < p.First && unpaused >= p.First) is { } pause)
        {
            steps.Add($"{pause.Name}: {Text(pause.First)} to {Text(pause.Last)} do not count.");
            var restart = pause.Last.PlusDays(1);
            var later = Finish(rule, restart, Count(rule, restart, calendar, stops), calendar, stops, null);
            if (later > date && unpaused <= pause.Last)
            {
                possible = later;
                steps.Add($"Another reading lets the whole period begin on {Text(restart)}: {Text(later)} is possible. Ask for the authority's date.");
            }
        }

        steps.Add($"Last day: {Text(date)}.");
        return new Deadline(date, possible, steps.ToImmutable(), Unverified(calendar, trigger, possible ?? date));
    }

    /// <summary>A date as pages write it, for example <c>12-Mar-2026</c>.</summary>
    public static string Text(LocalDate date) => date.ToString("dd-MMM-yyyy", Words);

    private static LocalDate Count(DateRule rule, LocalDate trigger, BusinessCalendar calendar, ImmutableArray<ClockPause> stops)
    {
        var date = rule.Start switch { StartRule.DayAfter => trigger, StartRule.SameDay => trigger.PlusDays(-1) };
        for (var left = rule.Days; left > 0;)
        {
            date = date.PlusDays(1);
            var counts = rule.Basis switch { DayBasis.Calendar => true, DayBasis.Working => calendar.IsWorking(date) };
            left -= counts && !stops.Any(p => p.Holds(date)) ? 1 : 0;
        }

        return date;
    }

    private static LocalDate Finish(
        DateRule rule, LocalDate trigger, LocalDate date, BusinessCalendar calendar, ImmutableArray<ClockPause> stops, ImmutableArray<string>.Builder? steps)
    {
        while (rule.MinWorkingDays > 0 && WorkingDays(trigger, date, calendar, stops) < rule.MinWorkingDays)
        {
            date = date.PlusDays(1);
            steps?.Add($"Fewer than {rule.MinWorkingDays} business days: prolonged to {Text(date)}.");
        }

        while (rule.Roll == RollRule.NextWorkingDay && (!calendar.IsWorking(date) || stops.Any(p => p.Holds(date))))
        {
            var why = calendar.HolidayOn(date) is { } holiday ? $"is {holiday.Name}" : calendar.IsWorking(date) ? "does not count" : "is a weekend day";
            steps?.Add($"{Text(date)} {why}: moved to the next day.");
            date = date.PlusDays(1);
        }

        return date;
    }

    private static int WorkingDays(LocalDate trigger, LocalDate to, BusinessCalendar calendar, ImmutableArray<ClockPause> stops)
    {
        var count = 0;
        for (var day = trigger.PlusDays(1); day <= to; day = day.PlusDays(1))
        {
            count += calendar.IsWorking(day) && !stops.Any(p => p.Holds(day)) ? 1 : 0;
        }

        return count;
    }

    private static bool Unverified(BusinessCalendar calendar, LocalDate from, LocalDate to) =>
        Enumerable.Range(from.Year, to.Year - from.Year + 1).Any(y => !calendar.KnownYears.Contains(y));

    private static string StartWords(StartRule start) => start switch
    {
        StartRule.DayAfter => "the day after being day 1",
        StartRule.SameDay => "that day being day 1",
    };
}
