using NodaTime;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Tests.Time;

public class DateRulesTests
{
    private static readonly LocalDate Friday = new(2026, 11, 20);

    [Fact]
    public void Working_days_skip_the_weekend() =>
        Assert.Equal(new LocalDate(2026, 11, 24), Last(new DateRule(2, DayBasis.Working)));

    [Fact]
    public void Period_that_starts_on_the_day_counts_that_day() =>
        Assert.Equal(Friday, Last(new DateRule(1, Start: StartRule.SameDay)));

    [Fact]
    public void Period_without_roll_may_end_on_a_sunday() => Assert.Equal(new LocalDate(2026, 11, 22), Last(new DateRule(2)));

    [Fact]
    public void Period_too_short_in_working_days_is_prolonged() =>
        Assert.Equal(new LocalDate(2026, 11, 24), Last(new DateRule(2, MinWorkingDays: 2)));

    [Fact]
    public void Year_without_known_holidays_is_marked() =>
        Assert.True(DateRules.LastDay(new DateRule(2), Friday, BusinessCalendar.WeekdaysOnly).Unverified);

    [Fact]
    public void Pause_does_not_touch_a_rule_that_knows_no_pauses()
    {
        var pause = new ClockPause(new(2026, 11, 21), new(2026, 12, 31), "Stop");

        Assert.Equal(new LocalDate(2026, 11, 22), DateRules.LastDay(new DateRule(2), Friday, BusinessCalendar.WeekdaysOnly, [pause]).Date);
    }

    [Fact]
    public void Meeting_is_the_first_whose_cut_off_is_not_past()
    {
        Meeting[] meetings = [new(new(2026, 12, 1), new(2026, 11, 15)), new(new(2027, 1, 5), new(2026, 12, 15)), new(new(2027, 2, 2), new(2027, 1, 15))];

        Assert.Equal(new LocalDate(2027, 1, 5), Meeting.NextFor(new(2026, 11, 16), meetings)?.Date);
        Assert.Null(Meeting.NextFor(new(2027, 3, 1), meetings));
    }

    [Fact]
    public void Clock_days_are_split_by_who_has_the_ball()
    {
        ClockStretch[] stretches =
        [
            new(ClockHolder.Authority, new(2026, 3, 1), new(2026, 3, 11)),
            new(ClockHolder.Sponsor, new(2026, 3, 11), new(2026, 3, 16), Stopped: true),
            new(ClockHolder.Authority, new(2026, 3, 16), null),
        ];

        Assert.Equal(new ClockDays(Gross: 20, Authority: 15, Sponsor: 5, Stopped: 5), ClockDays.Count(stretches, new(2026, 3, 21)));
        Assert.Equal(15, ClockDays.Count(stretches, new(2026, 3, 21)).Running);
    }

    private static LocalDate Last(DateRule rule) => DateRules.LastDay(rule, Friday, BusinessCalendar.WeekdaysOnly).Date;
}
