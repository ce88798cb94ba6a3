using NodaTime;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Schedule;

namespace StartupOrchestrator.Domain.Tests.Schedule;

public sealed class PlanMoveTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);

    [Fact]
    public void LaterDate_pushesWhatComesAfterIt_asFarAsNeeded()
    {
        var before = Planned();
        var to = before["SI-160"]!.Dates.Plan!.Value.PlusDays(28);
        var move = PlanMove.Of(before, "SI-160", to, Today);
        Assert.Equal("SI-160", move.Moved[0].Code);
        Assert.Contains(move.Moved, m => m.Code == "SI-220");
        Assert.Contains(move.Moved, m => m.Code == SiteNetwork.Activated);
        Assert.DoesNotContain(move.Moved, m => m.Code == "SI-110");
        Assert.All(move.Moved, m => Assert.True(m.To > m.From));
    }

    [Fact]
    public void EarlierDate_movesNothingElse() =>
        Assert.Equal(["SI-160"], PlanMove.Of(Planned(), "SI-160", Planned()["SI-160"]!.Dates.Plan!.Value.PlusDays(-7), Today).Moved.Select(m => m.Code));

    [Fact]
    public void VisitMovedLater_movesTheForecastOfActivation()
    {
        var move = PlanMove.Of(Planned(), "SI-220", Planned()["SI-220"]!.Dates.Plan!.Value.PlusDays(40), Today);
        Assert.True(move.After.Activation.End > move.Before.Activation.End);
    }

    [Fact]
    public void SameDate_movesNothing() => Assert.Empty(PlanMove.Of(Planned(), "SI-220", Planned()["SI-220"]!.Dates.Plan!.Value, Today).Moved);

    private static SiteSchedule Planned()
    {
        var first = SiteScheduleTests.Of([]);
        return SiteScheduleTests.Of(first.Steps.ToDictionary(s => s.Step.Code, s => new MilestoneDates(Plan: s.End)));
    }
}
