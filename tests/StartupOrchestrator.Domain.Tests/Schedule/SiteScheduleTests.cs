using NodaTime;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Schedule;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Tests.Schedule;

public sealed class SiteScheduleTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);

    [Fact]
    public void WithoutDates_everythingFollowsFromToday()
    {
        var schedule = Of([]);
        Assert.All(schedule.Steps, s => Assert.True(s.End >= Today));
        Assert.All(schedule.Steps, s => Assert.All(s.Step.After, a => Assert.True(schedule[a]!.End <= s.End)));
    }

    [Fact]
    public void OpenStep_whoseUsualTimeIsOver_isExpectedAfterToday()
    {
        var schedule = Of(new() { ["SI-090"] = new(Actual: new LocalDate(2026, 1, 5)), ["SI-120"] = new(Actual: new LocalDate(2026, 1, 8)) });
        Assert.Equal(DateBasis.Overdue, schedule["SI-160"]!.Basis);
        Assert.True(schedule["SI-160"]!.End > Today);
    }

    [Fact]
    public void Visit_waitsForItsPlannedDay_butNotTheOtherWayRound()
    {
        var far = Of([])["SI-220"]!.End.PlusDays(60);
        Assert.Equal((far, DateBasis.Visit), (Of(new() { ["SI-220"] = new(Plan: far) })["SI-220"]!.End, Of(new() { ["SI-220"] = new(Plan: far) })["SI-220"]!.Basis));
        Assert.Equal(Of([])["SI-220"]!.End, Of(new() { ["SI-220"] = new(Plan: Today) })["SI-220"]!.End);
    }

    [Fact]
    public void ForecastByHand_wins_untilItIsPast()
    {
        var byHand = Today.PlusDays(400);
        Assert.Equal(byHand, Of(new() { ["SI-160"] = new(Forecast: byHand) })["SI-160"]!.End);
        Assert.NotEqual(Today.PlusDays(-1), Of(new() { ["SI-160"] = new(Forecast: Today.PlusDays(-1)) })["SI-160"]!.End);
    }

    [Fact]
    public void Causes_addUpToTheSlip_whateverTheDates()
    {
        const int seed = 20261124;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var run = 0; run < 300; run++)
        {
            var dates = new Dictionary<string, MilestoneDates>();
            foreach (var step in SiteNetwork.For(null))
            {
                LocalDate? Some(int chance) => random.Next(100) < chance ? Today.PlusDays(random.Next(-200, 200)) : null;
                dates[step.Code] = new MilestoneDates(Some(50), Some(70), Some(10), random.Next(3) == 0 ? Today.PlusDays(-random.Next(200)) : null);
            }

            var schedule = Of(dates);
            foreach (var step in schedule.Steps.Where(s => s.Dates.Plan is not null))
            {
                Assert.Equal(schedule.Slip(step.Step.Code), ScheduleCauses.Of(schedule, step.Step.Code).Sum(c => c.AddedDays));
            }
        }
    }

    [Fact]
    public void Cause_withoutAPlannedDate_addsWhatItTookBeyondTheUsual()
    {
        var schedule = Of(new()
        {
            ["CO-010"] = new(Actual: Today.PlusDays(-280)), ["CO-040"] = new(Actual: Today.PlusDays(-140)), ["SI-160"] = new(Actual: Today.PlusDays(-7)), ["SI-220"] = new(Plan: Today),
        });
        var causes = ScheduleCauses.Of(schedule, "SI-220");
        Assert.Equal(["CO-010", "CO-040", "CO-150", "SI-220"], causes.Select(c => c.Code));
        Assert.Equal(100 - 25, causes[1].AddedDays);
        Assert.Equal(schedule.Slip("SI-220"), causes.Sum(c => c.AddedDays));
    }

    [Fact]
    public void CautiousDate_isNeverBeforeTheExpected_andLiesThereOnceItHappened()
    {
        var open = Of([]);
        Assert.All(open.Steps, s => Assert.True(open.Cautious(s.Step.Code) >= s.End));
        Assert.True(open.Cautious(SiteNetwork.Activated) > open.Activation.End);
        var each = ScheduleCauses.Of(open, SiteNetwork.Activated).Sum(c => open[c.Code]!.Step.CautiousDays - open[c.Code]!.Step.TypicalDays);
        Assert.True(open.Cautious(SiteNetwork.Activated) < open.Calendar.Plus(open.Activation.End, each), "spreads of independent steps do not simply add up");

        var done = Of(new() { [SiteNetwork.Activated] = new(Actual: Today.PlusDays(-3)) });
        Assert.Equal(Today.PlusDays(-3), done.Cautious(SiteNetwork.Activated));
    }

    [Fact]
    public void CountryStep_standsBeforeTheGate_whereThePackAsksForIt() =>
        Assert.Contains("SI-180", SiteNetwork.For(CountryPackReader.Read("US.json", File.ReadAllText(Path.Combine(Repository.Root, "workflows", "countries", "US.json"))).Pack).Single(s => s.Code == "SI-250").After);

    internal static SiteSchedule Of(Dictionary<string, MilestoneDates> dates) =>
        SiteSchedule.Compute(SiteNetwork.For(null), code => dates.GetValueOrDefault(code) ?? new MilestoneDates(), Today, BusinessCalendar.WeekdaysOnly);
}
