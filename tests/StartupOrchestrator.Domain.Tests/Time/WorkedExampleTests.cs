using NodaTime;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Tests.Time;

/// <summary>An EU application with Poland reporting, submitted on Monday 5 October 2026, worked through by hand.</summary>
public class WorkedExampleTests
{
    private static readonly BusinessCalendar Poland = new(
        "PL",
        [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
        [
            new(new(2026, 11, 1), "All Saints' Day"), new(new(2026, 11, 11), "Independence Day"), new(new(2026, 12, 24), "Christmas Eve"),
            new(new(2026, 12, 25), "Christmas Day"), new(new(2026, 12, 26), "Second Day of Christmas"),
            new(new(2027, 1, 1), "New Year's Day"), new(new(2027, 1, 6), "Epiphany"),
        ]);

    private static readonly ClockPause Winter = new(new(2026, 12, 23), new(2027, 1, 7), "Winter clock stop");

    public static TheoryData<int, LocalDate, LocalDate> Periods => new()
    {
        { 10, new(2026, 10, 5), new(2026, 10, 15) },
        { 10, new(2026, 10, 15), new(2026, 10, 26) },
        { 5, new(2026, 10, 26), new(2026, 11, 2) },
        { 45, new(2026, 11, 2), new(2026, 12, 17) },
    };

    [Theory]
    [MemberData(nameof(Periods))]
    public void Period_in_calendar_days_ends_on_a_working_day(int days, LocalDate trigger, LocalDate expected)
    {
        var deadline = DateRules.LastDay(Eu(days), trigger, Poland, [Winter]);

        Assert.Equal(expected, deadline.Date);
        Assert.Null(deadline.Possible);
        Assert.False(deadline.Unverified);
    }

    [Fact]
    public void Answer_period_over_the_winter_stop_binds_early_and_names_the_later_reading()
    {
        var deadline = DateRules.LastDay(Eu(12), new(2026, 12, 11), Poland, [Winter]);

        Assert.Equal(new LocalDate(2027, 1, 8), deadline.Date);
        Assert.Equal(new LocalDate(2027, 1, 20), deadline.Possible);
        Assert.Contains(deadline.Steps, s => s.Contains("Winter clock stop", StringComparison.Ordinal));
    }

    [Fact]
    public void Explanation_says_why_the_day_moved()
    {
        var deadline = DateRules.LastDay(Eu(5), new(2026, 10, 26), Poland);

        Assert.Contains("31-Oct-2026 is a weekend day: moved to the next day.", deadline.Steps);
        Assert.Contains("01-Nov-2026 is All Saints' Day: moved to the next day.", deadline.Steps);
        Assert.Equal("Last day: 02-Nov-2026.", deadline.Steps[^1]);
    }

    private static DateRule Eu(int days) => new(days, Roll: RollRule.NextWorkingDay, MinWorkingDays: 2, Pauses: true);
}
