using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Sites;

namespace StartupOrchestrator.Domain.Tests.Sites;

public sealed class SitePlanTests
{
    private static readonly ImmutableSortedDictionary<string, LocalDate> Dates =
        ImmutableSortedDictionary<string, LocalDate>.Empty.Add("SI-160", new(2027, 1, 15)).Add("SI-270", new(2027, 2, 9));

    [Fact]
    public void FirstPlan_becomesTheBaseline()
    {
        var stage = SiteStage.In(SiteStatus.InStartUp).Do(new PlanSiteDates(Dates, Freeze: true));
        Assert.Equal(new MilestoneDates(new(2027, 2, 9), new(2027, 2, 9)), stage.State.Milestones["SI-270"]);
    }

    [Fact]
    public void AfterTheBaseline_aChangeAsksForAReason_andAllOrNothingMoves()
    {
        var stage = SiteStage.In(SiteStatus.InStartUp).Do(new PlanSiteDates(Dates, Freeze: true));
        var later = Dates.SetItem("SI-270", new(2027, 3, 1)).SetItem("SI-220", new(2027, 2, 20));
        stage.Try(new PlanSiteDates(later));
        Assert.Equal("reason", stage.Refusal.Field);
        Assert.Null(stage.State.Milestones["SI-220"].Plan);
        stage.Do(new PlanSiteDates(later), reason: true);
        Assert.Equal(new MilestoneDates(new(2027, 2, 9), new(2027, 3, 1)), stage.State.Milestones["SI-270"]);
    }

    [Fact]
    public void MilestoneOfACountry_isRefused() =>
        Assert.Equal("code", SiteStage.In(SiteStatus.InStartUp).Refuses(new PlanSiteDates(Dates.Add("CO-150", new(2027, 1, 1)))).Field);
}
