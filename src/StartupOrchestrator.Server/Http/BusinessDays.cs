using NodaTime;

namespace StartupOrchestrator.Server.Http;

/// <summary>Counts days for lists.</summary>
public static class BusinessDays
{
    /// <summary>Days from Monday to Friday after <paramref name="from"/> up to and including <paramref name="to"/>; negative when it lies before. Holidays are not taken off.</summary>
    public static int Between(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var days = Period.DaysBetween(from, to);
        var count = days / 7 * 5;
        for (var day = from.PlusDays(days / 7 * 7 + 1); day <= to; day = day.PlusDays(1))
        {
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Today by the UTC calendar.</summary>
    public static LocalDate Today(this TimeProvider time) => LocalDate.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Now as an instant.</summary>
    public static Instant Now(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
