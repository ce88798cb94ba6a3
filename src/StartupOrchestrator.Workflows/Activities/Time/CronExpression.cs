using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace StartupOrchestrator.Workflows.Activities.Time;

/// <summary>
/// A cron expression of six fields — second, minute, hour, day of month, month, day of week — or five without seconds.
/// Fields know <c>* ? , - /</c>, names of months and weekdays, <c>L</c> and <c>nL</c> for last days, <c>W</c> and <c>nW</c>
/// for weekdays, and <c>n#k</c> for the k-th weekday. Sunday is 0 or 7. Days match when both day fields do. Times are UTC, or
/// those of a zone that is written before: <c>TZ=Europe/Warsaw 0 0 8 * * MON-FRI</c>. A time that the clocks leave out when they
/// are put forward comes as much later; one that they show twice comes once.
/// </summary>
public sealed class CronExpression
{
    private readonly CronField _second;
    private readonly CronField _minute;
    private readonly CronField _hour;
    private readonly CronField _month;
    private readonly CronDays _days;

    private readonly DateTimeZone _zone;

    private CronExpression(CronField second, CronField minute, CronField hour, CronField month, CronDays days, DateTimeZone zone) =>
        (_second, _minute, _hour, _month, _days, _zone) = (second, minute, hour, month, days, zone);

    /// <summary>Reads an expression; <paramref name="error"/> names the field that is wrong.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronExpression? cron, [NotNullWhen(false)] out string? error)
    {
        cron = null;
        var zone = DateTimeZone.Utc;
        if (ZoneOf(ref text) is { } id && (zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)!) is null)
        {
            error = $"'{id}' is no time zone; write for example TZ=Europe/Warsaw";
            return false;
        }

        var fields = Expand(text.Trim()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5) fields = ["0", .. fields];
        if (fields.Length != 6)
        {
            error = string.Create(CultureInfo.InvariantCulture, $"it has {fields.Length} fields; six are needed (second minute hour day month weekday), or five without seconds");
            return false;
        }

        try
        {
            cron = new CronExpression(
                CronField.Parse("second", fields[0], 0, 59), CronField.Parse("minute", fields[1], 0, 59), CronField.Parse("hour", fields[2], 0, 23),
                CronField.Parse("month", fields[4], 1, 12, CronField.Months), CronDays.Parse(fields[3], fields[5]), zone);
            error = null;
            return true;
        }
        catch (FormatException e)
        {
            error = e.Message;
            return false;
        }
    }

    /// <summary>The first occurrence after a point in time; null when there is none in the next 100 years.</summary>
    public Instant? Next(Instant after)
    {
        var local = NextLocal(after.InZone(_zone).LocalDateTime);

        // Where the clocks were put back, the wall's next time may lie behind: it has come already.
        while (local is { } time && time.InZoneLeniently(_zone).ToInstant() <= after) local = NextLocal(time);
        return local?.InZoneLeniently(_zone).ToInstant();
    }

    private LocalDateTime? NextLocal(LocalDateTime after)
    {
        var start = after.PlusSeconds(1);
        var date = start.Date;
        var last = date.PlusYears(100);
        var time = new LocalTime(start.Hour, start.Minute, start.Second);
        for (; date <= last; date = date.PlusDays(1), time = LocalTime.Midnight)
        {
            if (!_month.Has(date.Month))
            {
                date = new LocalDate(date.Year, date.Month, date.Calendar.GetDaysInMonth(date.Year, date.Month));
                continue;
            }

            if (_days.Matches(date) && NextTime(time) is { } found) return date + found;
        }

        return null;
    }

    /// <summary>Takes a zone off the front of an expression.</summary>
    private static string? ZoneOf(ref string text)
    {
        var rest = text.TrimStart();
        var sign = rest.StartsWith("TZ=", StringComparison.Ordinal) ? 3 : rest.StartsWith("CRON_TZ=", StringComparison.Ordinal) ? 8 : 0;
        if (sign == 0) return null;
        var end = rest.IndexOf(' ', StringComparison.Ordinal);
        if (end < 0) end = rest.Length;
        text = rest[end..];
        return rest[sign..end];
    }

    private LocalTime? NextTime(LocalTime from)
    {
        for (var hour = _hour.From(from.Hour); hour is { } h; hour = _hour.From(h + 1))
        {
            var firstMinute = h == from.Hour ? from.Minute : 0;
            for (var minute = _minute.From(firstMinute); minute is { } m; minute = _minute.From(m + 1))
            {
                var second = _second.From(h == from.Hour && m == from.Minute ? from.Second : 0);
                if (second is { } s) return new LocalTime(h, m, s);
            }
        }

        return null;
    }

    private static string Expand(string text) => text.ToUpperInvariant() switch
    {
        "@YEARLY" or "@ANNUALLY" => "0 0 0 1 1 *",
        "@MONTHLY" => "0 0 0 1 * *",
        "@WEEKLY" => "0 0 0 * * 0",
        "@DAILY" or "@MIDNIGHT" => "0 0 0 * * *",
        "@HOURLY" => "0 0 * * * *",
        "@EVERY_MINUTE" => "0 * * * * *",
        "@EVERY_SECOND" => "* * * * * *",
        _ => text,
    };
}
