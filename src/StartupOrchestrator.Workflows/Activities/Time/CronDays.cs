using NodaTime;

namespace StartupOrchestrator.Workflows.Activities.Time;

/// <summary>The two day fields of a cron expression.</summary>
internal sealed class CronDays
{
    private readonly Func<LocalDate, bool> _dayOfMonth;
    private readonly Func<LocalDate, bool> _dayOfWeek;

    private CronDays(Func<LocalDate, bool> dayOfMonth, Func<LocalDate, bool> dayOfWeek) => (_dayOfMonth, _dayOfWeek) = (dayOfMonth, dayOfWeek);

    /// <exception cref="FormatException">A field cannot be read.</exception>
    public static CronDays Parse(string dayOfMonth, string dayOfWeek) => new(OfMonth(dayOfMonth), OfWeek(dayOfWeek));

    public bool Matches(LocalDate date) => _dayOfMonth(date) && _dayOfWeek(date);

    private static Func<LocalDate, bool> OfMonth(string text)
    {
        if (text.Equals("L", StringComparison.OrdinalIgnoreCase)) return d => d.Day == DaysIn(d);
        if (text.StartsWith("L-", StringComparison.OrdinalIgnoreCase))
        {
            var before = CronField.Number("day", text[2..], 0, 30, null);
            return d => d.Day == DaysIn(d) - before;
        }

        if (text.Equals("LW", StringComparison.OrdinalIgnoreCase)) return d => d == NearestWeekday(new LocalDate(d.Year, d.Month, DaysIn(d)));
        if (text.EndsWith('W') || text.EndsWith('w'))
        {
            var day = CronField.Number("day", text[..^1], 1, 31, null);
            return d => day <= DaysIn(d) && d == NearestWeekday(new LocalDate(d.Year, d.Month, day));
        }

        var field = CronField.Parse("day", text, 1, 31);
        return d => field.Has(d.Day);
    }

    private static Func<LocalDate, bool> OfWeek(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (hash > 0)
        {
            var weekday = CronField.Number("weekday", text[..hash], 0, 7, CronField.Weekdays) % 7;
            var nth = CronField.Number("weekday count", text[(hash + 1)..], 1, 5, null);
            return d => Weekday(d) == weekday && (d.Day - 1) / 7 + 1 == nth;
        }

        if (text.Length > 1 && (text.EndsWith('L') || text.EndsWith('l')))
        {
            var weekday = CronField.Number("weekday", text[..^1], 0, 7, CronField.Weekdays) % 7;
            return d => Weekday(d) == weekday && d.Day > DaysIn(d) - 7;
        }

        var field = CronField.Parse("weekday", text, 0, 7, CronField.Weekdays);
        return d => field.Has(Weekday(d)) || (Weekday(d) == 0 && field.Has(7));
    }

    private static int Weekday(LocalDate date) => (int)date.DayOfWeek % 7;

    private static int DaysIn(LocalDate date) => date.Calendar.GetDaysInMonth(date.Year, date.Month);

    /// <summary>The weekday nearest to a date, never in another month.</summary>
    private static LocalDate NearestWeekday(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => date.Day > 1 ? date.PlusDays(-1) : date.PlusDays(2),
        IsoDayOfWeek.Sunday => date.Day < DaysIn(date) ? date.PlusDays(1) : date.PlusDays(-2),
        _ => date,
    };
}
