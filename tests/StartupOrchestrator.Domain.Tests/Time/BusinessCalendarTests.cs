using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Tests.Time;

public class BusinessCalendarTests
{
    private static readonly BusinessCalendar China = new(
        "CN", [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], [new(new(2026, 10, 1), "National Day"), new(new(2026, 10, 2), "National Day")], [new LocalDate(2026, 10, 10)]);

    private static readonly BusinessCalendar Israel = new("IL", [IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday]);

    [Fact]
    public void Made_up_saturday_is_worked() => Assert.True(China.IsWorking(new(2026, 10, 10)));

    [Fact]
    public void Holiday_is_not_worked() => Assert.False(China.IsWorking(new(2026, 10, 1)));

    [Fact]
    public void Sunday_is_worked_where_the_weekend_is_friday_and_saturday() => Assert.True(Israel.IsWorking(new(2026, 11, 22)));

    [Fact]
    public void Adding_business_days_skips_weekend_and_holidays() => Assert.Equal(new LocalDate(2026, 10, 5), China.Plus(new(2026, 9, 30), 1));

    [Fact]
    public void Subtracting_business_days_goes_back_over_the_weekend() => Assert.Equal(new LocalDate(2026, 11, 20), BusinessCalendar.WeekdaysOnly.Plus(new(2026, 11, 23), -1));

    [Fact]
    public void Days_between_count_the_last_day_and_not_the_first() => Assert.Equal(5, BusinessCalendar.WeekdaysOnly.Between(new(2026, 11, 16), new(2026, 11, 23)));

    [Fact]
    public void Days_between_are_negative_backwards() => Assert.Equal(-5, BusinessCalendar.WeekdaysOnly.Between(new(2026, 11, 23), new(2026, 11, 16)));

    [Fact]
    public void Week_without_a_working_day_is_refused() =>
        Assert.Throws<ArgumentException>(() => new BusinessCalendar("none", Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None)));

    [Fact]
    public void Adding_and_counting_business_days_agree()
    {
        Prop.ForAll<int, int>((offset, n) =>
        {
            var from = new LocalDate(2026, 1, 1).PlusDays(Math.Abs(offset % 1000));
            var days = Math.Abs(n % 200) + 1;
            return China.Between(from, China.Plus(from, days)) == days;
        }).QuickCheckThrowOnFailure();
    }
}
