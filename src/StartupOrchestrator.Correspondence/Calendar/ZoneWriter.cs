using NodaTime;
using NodaTime.Text;

namespace StartupOrchestrator.Correspondence.Calendar;

/// <summary>Writes the part of a time zone that an entry needs, so that a calendar need not know the zone by its name.</summary>
internal static class ZoneWriter
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>Adds the zone's offsets from half a year before the first day to half a year after the last.</summary>
    public static void Write(DateTimeZone zone, LocalDate first, LocalDate last, ContentLines lines)
    {
        lines.Add("BEGIN", "VTIMEZONE").Add("TZID", zone.Id);
        var from = zone.AtStartOfDay(first.PlusMonths(-6)).ToInstant();
        var to = zone.AtStartOfDay(last.PlusMonths(6)).ToInstant();
        var before = zone.GetUtcOffset(from);
        foreach (var interval in zone.GetZoneIntervals(from, to))
        {
            var name = interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
            // DTSTART is the wall-clock moment of the change in the offset before it.
            var start = interval.HasStart && interval.Start > from ? interval.Start.WithOffset(before).LocalDateTime : from.WithOffset(before).LocalDateTime;
            lines.Add("BEGIN", name)
                .Add("DTSTART", Local.Format(start))
                .Add("TZOFFSETFROM", Text(before))
                .Add("TZOFFSETTO", Text(interval.WallOffset))
                .Add("TZNAME", string.Concat(interval.Name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-')))
                .Add("END", name);
            before = interval.WallOffset;
        }

        lines.Add("END", "VTIMEZONE");
    }

    private static string Text(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        var text = FormattableString.Invariant($"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}{seconds / 60 % 60:00}");
        return seconds % 60 == 0 ? text : FormattableString.Invariant($"{text}{seconds % 60:00}");
    }
}
