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
    public void Next_occurrence_is_the_first_after_the_point_in_time(string cron, string after, string next)
    {
        Assert.True(CronExpression.TryParse(cron, out var expression, out _));

        Assert.Equal(next, InstantPattern.General.Format(expression.Next(InstantPattern.General.Parse(after).Value)!.Value));
    }

    [Fact]
    public void Expression_that_never_comes_has_no_next()
    {
        Assert.True(CronExpression.TryParse("0 0 0 31 2 *", out var expression, out _));
        Assert.Null(expression.Next(NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0)));
    }

    [Theory]
    [InlineData("TZ=Mars/Base 0 0 8 * * *", "'Mars/Base' is no time zone")]
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
