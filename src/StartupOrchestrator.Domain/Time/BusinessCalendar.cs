using System.Collections.Frozen;
using NodaTime;

namespace StartupOrchestrator.Domain.Time;

/// <summary>Which days are working days for one party: weekends, holidays, and working days made up on a weekend.</summary>
public sealed class BusinessCalendar
{
    private const int Horizon = 3660;
    private readonly FrozenSet<IsoDayOfWeek> weekend;
    private readonly FrozenDictionary<LocalDate, Holiday> holidays;
    private readonly FrozenSet<LocalDate> madeUp;

    /// <summary>Makes a calendar.</summary>
    /// <param name="id">For example <c>PL</c> or <c>MY-03</c>.</param>
    /// <param name="weekend">Days of the week that are not worked; at most six.</param>
    /// <param name="holidays">Days off besides.</param>
    /// <param name="madeUp">Weekend days that are worked.</param>
    public BusinessCalendar(string id, IEnumerable<IsoDayOfWeek> weekend, IEnumerable<Holiday>? holidays = null, IEnumerable<LocalDate>? madeUp = null)
    {
        Id = id;
        this.weekend = weekend.ToFrozenSet();
        if (this.weekend.Count > 6)
        {
            throw new ArgumentException("A calendar needs at least one working day in the week.", nameof(weekend));
        }

        this.holidays = (holidays ?? []).GroupBy(h => h.Date).ToFrozenDictionary(g => g.Key, g => g.First());
        this.madeUp = (madeUp ?? []).ToFrozenSet();
        KnownYears = this.holidays.Keys.Select(d => d.Year).ToFrozenSet();
    }

    /// <summary>Monday to Friday without holidays: what is left when nothing is known.</summary>
    public static BusinessCalendar WeekdaysOnly { get; } = new("weekdays", [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]);

    /// <summary>Name of the calendar.</summary>
    public string Id { get; }

    /// <summary>Years for which holidays are known; dates in other years count weekends only and should be shown as unverified.</summary>
    public FrozenSet<int> KnownYears { get; }

    /// <summary>True on a working day.</summary>
    public bool IsWorking(LocalDate date) => madeUp.Contains(date) || (!weekend.Contains(date.DayOfWeek) && !holidays.ContainsKey(date));

    /// <summary>The holiday on a day, if any.</summary>
    public Holiday? HolidayOn(LocalDate date) => holidays.GetValueOrDefault(date);

    /// <summary>The day itself if it is worked, else the next working day.</summary>
    public LocalDate OnOrAfter(LocalDate date)
    {
        for (var i = 0; i < Horizon; i++, date = date.PlusDays(1))
        {
            if (IsWorking(date))
            {
                return date;
            }
        }

        throw new InvalidOperationException($"Calendar {Id} has no working day for ten years after {date:yyyy-MM-dd}. Check its holidays.");
    }

    /// <summary>The day itself if it is worked, else the working day before.</summary>
    public LocalDate OnOrBefore(LocalDate date)
    {
        for (var i = 0; i < Horizon; i++, date = date.PlusDays(-1))
        {
            if (IsWorking(date))
            {
                return date;
            }
        }

        throw new InvalidOperationException($"Calendar {Id} has no working day for ten years before {date:yyyy-MM-dd}. Check its holidays.");
    }

    /// <summary>The date so many business days later (or earlier, when negative); zero gives the next working day on or after the date.</summary>
    public LocalDate Plus(LocalDate date, int businessDays)
    {
        if (businessDays == 0)
        {
            return OnOrAfter(date);
        }

        var step = Math.Sign(businessDays);
        for (var left = Math.Abs(businessDays); left > 0; left--)
        {
            date = step > 0 ? OnOrAfter(date.PlusDays(1)) : OnOrBefore(date.PlusDays(-1));
        }

        return date;
    }

    /// <summary>Business days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when it lies before.</summary>
    public int Between(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var count = 0;
        for (var day = from.PlusDays(1); day <= to; day = day.PlusDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }
}
