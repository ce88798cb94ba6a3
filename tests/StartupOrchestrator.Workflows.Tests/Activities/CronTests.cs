using NodaTime.Text;
using StartupOrchestrator.Workflows.Activities.Time;

namespace StartupOrchestrator.Workflows.Tests.Activities;

public sealed class CronTests
{
    [Theory]
    [InlineData("* * * * * *", "2026-03-12T12:00:00Z", "2026-03-12T12:00:01Z")]
    [InlineData("0 */15 * * * *", "2026-03-12T12:00:00Z", "2026-03-12T12:15:00Z")]
    [InlineData("*/15 * * * *", "2026-03-12T12:00:00Z", "2026-03-12T12:15:00Z")]
    [InlineData("0 0 9 * * MON-FRI", "2026-03-13T10:00:00Z", "2026-03-16T09:00:00Z")]
    [InlineData("0 0 0 L * *", "2026-02-10T00:00:00Z", "2026-02-28T00:00:00Z")]
    [InlineData("0 0 0 LW * ?", "2026-02-10T00:00:00Z", "2026-02-27T00:00:00Z")]
    [InlineData("0 0 0 15W * ?", "2026-02-10T00:00:00Z", "2026-02-16T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 ? * 2#1", "2026-03-12T00:00:00Z", "2026-04-07T00:00:00Z")]
    [InlineData("0 0 0 ? * FRIL", "2026-03-12T00:00:00Z", "2026-03-27T00:00:00Z")]
    [InlineData("0 30 8,17 * * *", "2026-03-12T12:00:00Z", "2026-03-12T17:30:00Z")]
    [InlineData("0 0 0 1 JAN,JUL *", "2026-03-12T12:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("0 0 0 * * 7", "2026-03-12T12:00:00Z", "2026-03-15T00:00:00Z")]
    [InlineData("0 0 0 * * FRI-MON", "2026-03-16T12:00:00Z", "2026-03-20T00:00:00Z")]
    [InlineData("TZ=Europe/Warsaw 0 0 8 * * MON-FRI", "2026-03-13T07:00:00Z", "2026-03-16T07:00:00Z")]
    [InlineData("CRON_TZ=Europe/Warsaw 0 0 8 * * *", "2026-07-01T12:00:00Z", "2026-07-02T06:00:00Z")]
    [InlineData("TZ=Europe/Warsaw 0 30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("TZ=Europe/Warsaw 0 30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("TZ=Europe/Warsaw 0 30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("@hourly", "2026-03-12T12:59:59Z", "2026-03-12T13:00:00Z")]
    [InlineData("@yearly", "2026-03-12T12:59:59Z", "2027-01-01T00:00:00Z")]
    [InlineData("@annually", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("@monthly", "2026-03-12T12:59:59Z", "2026-04-01T00:00:00Z")]
    [InlineData("@weekly", "2026-03-12T12:59:59Z", "2026-03-15T00:00:00Z")]
    [InlineData("@daily", "2026-03-12T12:59:59Z", "2026-03-13T00:00:00Z")]
    [InlineData("@midnight", "2026-03-12T00:00:00Z", "2026-03-13T00:00:00Z")]
    [InlineData("@every_minute", "2026-03-12T12:59:59Z", "2026-03-12T13:00:00Z")]
    [InlineData("@every_second", "2026-03-12T12:59:58Z", "2026-03-12T12:59:59Z")]
    [InlineData("0 0 0 L * *", "2026-02-28T00:00:00Z", "2026-03-31T00:00:00Z")]
    [InlineData("0 0 0 L * *", "2028-02-10T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 L-0 * *", "2026-02-10T00:00:00Z", "2026-02-28T00:00:00Z")]
    [InlineData("0 0 0 L-3 * *", "2026-02-10T00:00:00Z", "2026-02-25T00:00:00Z")]
    [InlineData("0 0 0 l-3 * *", "2026-04-27T00:00:00Z", "2026-05-28T00:00:00Z")]
    [InlineData("0 0 0 L-30 * *", "2026-02-10T00:00:00Z", "2026-03-01T00:00:00Z")]
    [InlineData("0 0 0 lw * ?", "2026-05-10T00:00:00Z", "2026-05-29T00:00:00Z")]
    [InlineData("0 0 0 1W * ?", "2026-07-31T00:00:00Z", "2026-08-03T00:00:00Z")]
    [InlineData("0 0 0 1w * ?", "2026-02-15T00:00:00Z", "2026-03-02T00:00:00Z")]
    [InlineData("0 0 0 31W * ?", "2026-05-02T00:00:00Z", "2026-05-29T00:00:00Z")]
    [InlineData("0 0 0 31W * ?", "2026-04-02T00:00:00Z", "2026-05-29T00:00:00Z")]
    [InlineData("0 0 0 30W * ?", "2026-08-02T00:00:00Z", "2026-08-31T00:00:00Z")]
    [InlineData("0 0 0 14W * ?", "2026-03-01T00:00:00Z", "2026-03-13T00:00:00Z")]
    [InlineData("0 0 0 ? * 1#5", "2026-03-12T00:00:00Z", "2026-03-30T00:00:00Z")]
    [InlineData("0 0 0 ? * 7#2", "2026-03-01T00:00:00Z", "2026-03-08T00:00:00Z")]
    [InlineData("0 0 0 ? * 2#2", "2026-03-03T00:00:00Z", "2026-03-10T00:00:00Z")]
    [InlineData("0 0 0 ? * 0L", "2026-03-12T00:00:00Z", "2026-03-29T00:00:00Z")]
    [InlineData("0 0 0 ? * 7l", "2026-03-12T00:00:00Z", "2026-03-29T00:00:00Z")]
    [InlineData("0 0 0 ? * 1L", "2026-03-12T00:00:00Z", "2026-03-30T00:00:00Z")]
    [InlineData("0 0 0 ? * 2L", "2026-03-12T00:00:00Z", "2026-03-31T00:00:00Z")]
    [InlineData("0 0 0 * * SUN", "2026-03-12T12:00:00Z", "2026-03-15T00:00:00Z")]
    [InlineData("0 0 0 * * 6,7", "2026-03-14T12:00:00Z", "2026-03-15T00:00:00Z")]
    [InlineData("0 0 0 * * SAT-MON", "2026-03-15T12:00:00Z", "2026-03-16T00:00:00Z")]
    [InlineData("0 0 0 1 11-2 *", "2026-02-02T00:00:00Z", "2026-11-01T00:00:00Z")]
    [InlineData("0 0 0 1 NOV-FEB/2 *", "2026-11-02T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("0 0 0 1 NOV-FEB/3 *", "2026-11-02T00:00:00Z", "2027-02-01T00:00:00Z")]
    [InlineData("0 0 22-3/2 * * *", "2026-03-12T22:00:00Z", "2026-03-13T00:00:00Z")]
    [InlineData("0 0 21-3/2 * * *", "2026-03-12T23:00:00Z", "2026-03-13T01:00:00Z")]
    [InlineData("0 10-20/5 * * * *", "2026-03-12T12:15:00Z", "2026-03-12T12:20:00Z")]
    [InlineData("0 10-20/5 * * * *", "2026-03-12T12:20:00Z", "2026-03-12T13:10:00Z")]
    [InlineData("0 50/5 * * * *", "2026-03-12T12:50:00Z", "2026-03-12T12:55:00Z")]
    [InlineData("0 5,5-6,6 * * * *", "2026-03-12T12:05:00Z", "2026-03-12T12:06:00Z")]
    [InlineData("0 5,5 * * * *", "2026-03-12T12:00:00Z", "2026-03-12T12:05:00Z")]
    [InlineData("0 0 0 1,15 * ?", "2026-03-01T00:00:00Z", "2026-03-15T00:00:00Z")]
    [InlineData("59 59 23 31 12 *", "2026-03-01T00:00:00Z", "2026-12-31T23:59:59Z")]
    [InlineData("30 30 12 * * *", "2026-03-12T12:30:29Z", "2026-03-12T12:30:30Z")]
    [InlineData("30 30 12 * * *", "2026-03-12T12:30:30Z", "2026-03-13T12:30:30Z")]
    [InlineData("10 * * * * *", "2026-03-12T12:30:30Z", "2026-03-12T12:31:10Z")]
    [InlineData("0 10 * * * *", "2026-03-12T12:30:30Z", "2026-03-12T13:10:00Z")]
    [InlineData("0 0 0 29 2 MON", "2026-03-01T00:00:00Z", "2044-02-29T00:00:00Z")]
    [InlineData("TZ=Europe/Warsaw @daily", "2026-07-01T12:00:00Z", "2026-07-01T22:00:00Z")]
    [InlineData("  TZ=Europe/Warsaw   0 0 8 * * *  ", "2026-07-01T12:00:00Z", "2026-07-02T06:00:00Z")]
    public void Next_occurrence_is_the_first_after_the_point_in_time(string cron, string after, string next)
    {
        Assert.True(CronExpression.TryParse(cron, out var expression, out _));

        Assert.Equal(next, InstantPattern.General.Format(expression.Next(InstantPattern.General.Parse(after).Value)!.Value));
    }

    [Theory]
    [InlineData("JAN", 1), InlineData("FEB", 2), InlineData("MAR", 3), InlineData("APR", 4), InlineData("MAY", 5), InlineData("jun", 6), InlineData("JUL", 7), InlineData("AUG", 8), InlineData("SEP", 9), InlineData("OCT", 10), InlineData("NOV", 11), InlineData("DEC", 12)]
    public void Month_is_known_by_its_name(string name, int month)
    {
        Assert.True(CronExpression.TryParse($"0 0 0 1 {name} *", out var cron, out _));
        Assert.Equal(month, cron.Next(NodaTime.Instant.FromUtc(2026, 1, 1, 12, 0))!.Value.InUtc().Month);
    }

    [Theory]
    [InlineData("SUN", 7), InlineData("MON", 1), InlineData("TUE", 2), InlineData("WED", 3), InlineData("THU", 4), InlineData("fri", 5), InlineData("SAT", 6)]
    public void Weekday_is_known_by_its_name(string name, int weekday)
    {
        Assert.True(CronExpression.TryParse($"0 0 0 * * {name}", out var cron, out _));
        Assert.Equal(weekday, (int)cron.Next(NodaTime.Instant.FromUtc(2026, 1, 1, 12, 0))!.Value.InUtc().DayOfWeek);
    }

    [Fact]
    public void Expression_that_never_comes_has_no_next()
    {
        Assert.True(CronExpression.TryParse("0 0 0 31 2 *", out var expression, out _));
        Assert.Null(expression.Next(NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0)));
    }

    [Theory]
    [InlineData("TZ=Mars/Base 0 0 8 * * *", "'Mars/Base' is no time zone")]
    [InlineData("TZ=Mars/Base", "'Mars/Base' is no time zone; write for example TZ=Europe/Warsaw")]
    [InlineData("TZ=Europe/Warsaw", "it has 0 fields; six are needed (second minute hour day month weekday), or five without seconds")]
    [InlineData("1 2 3 4 5 6 7", "7 fields")]
    [InlineData("0 0 0 0 * *", "the day '0' is not between 1 and 31")]
    [InlineData("0 0 0 32W * *", "the day '32' is not between 1 and 31")]
    [InlineData("0 0 0 L-31 * *", "the day '31' is not between 0 and 30")]
    [InlineData("0 0 0 L-x * *", "the day 'x' is not between 0 and 30")]
    [InlineData("0 0 0 0W * *", "the day '0' is not between 1 and 31")]
    [InlineData("0 0 0 * 13 *", "the month '13' is not between 1 and 12")]
    [InlineData("0 0 0 * * 8#1", "the weekday '8' is not between 0 and 7")]
    [InlineData("0 0 0 * * 1#6", "the weekday count '6' is not between 1 and 5")]
    [InlineData("0 0 0 * * 1#0", "the weekday count '0' is not between 1 and 5")]
    [InlineData("0 0 0 * * 8L", "the weekday '8' is not between 0 and 7")]
    [InlineData("0 0 0 * * #1", "the weekday '#1' is not between 0 and 7")]
    [InlineData("0 5-70 0 * * *", "the minute '70' is not between 0 and 59")]
    [InlineData("0 -5 0 * * *", "the minute '-5' is not between 0 and 59")]
    [InlineData("0 /5 0 * * *", "the minute '' is not between 0 and 59")]
    [InlineData("0 */60 0 * * *", "the minute step '60' is not between 1 and 59")]
    [InlineData("0 1, 0 * * *", "the minute '' is not between 0 and 59")]
    [InlineData("", "0 fields")]
    [InlineData("* * *", "3 fields")]
    [InlineData("60 * * * * *", "second '60'")]
    [InlineData("0 0 25 * * *", "hour '25'")]
    [InlineData("0 0 0 * FOO *", "month 'FOO'")]
    [InlineData("0 0 0 * * 9", "weekday '9'")]
    [InlineData("0 0/0 0 * * *", "minute step '0'")]
    public void Wrong_expression_is_refused_naming_the_field(string cron, string error)
    {
        Assert.False(CronExpression.TryParse(cron, out _, out var message));
        Assert.Contains(error, message, StringComparison.Ordinal);
    }
}
