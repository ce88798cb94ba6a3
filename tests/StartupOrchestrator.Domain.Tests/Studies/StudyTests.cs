using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Studies;

namespace StartupOrchestrator.Domain.Tests.Studies;

public class StudyTests
{
    private static readonly ActorId Poland = Scope.CountryOf("s1", "PL");
    private static readonly ActorId Insurance = new(ActorKind.Document, "insurance");

    [Theory]
    [InlineData(StudyStatus.Draft, "start-planning cancel")]
    [InlineData(StudyStatus.Planning, "begin-start-up hold cancel")]
    [InlineData(StudyStatus.InStartUp, "recruiting hold cancel")]
    [InlineData(StudyStatus.Recruiting, "hold close")]
    [InlineData(StudyStatus.OnHold, "resume cancel")]
    [InlineData(StudyStatus.Closed, "")]
    [InlineData(StudyStatus.Cancelled, "")]
    public void Study_takes_only_the_steps_of_its_status(StudyStatus status, string allowed)
    {
        foreach (var step in Enum.GetValues<StudyStep>())
        {
            var stage = In(status);
            var decision = stage.Try(new SetStudyStatus(step, ReasonCode: "other"));
            if (allowed.Split(' ').Contains(StatusName.Of(step)))
            {
                Assert.IsType<Decision.Accepted>(decision);
            }
            else
            {
                Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), stage.Refusal.Allowed);
            }
        }
    }

    [Fact]
    public void New_core_consent_form_is_told_to_all_plans_of_the_study_with_its_reason()
    {
        Assert.Equal("reason", In(StudyStatus.InStartUp).Refuses(new ChangeCoreIcf("2.0")).Field);

        var stage = In(StudyStatus.InStartUp).Do(new ChangeCoreIcf("2.0"), reason: true);

        Assert.Equal("2.0", stage.State.CoreIcf);
        Assert.Equal("core-icf-changed:s1", Assert.IsType<PublishEvent>(Assert.Single(stage.Effects)).Name);
        Assert.Empty(stage.Do(new ChangeCoreIcf(" 2.0"), reason: true).Effects);
    }

    [Theory]
    [InlineData(StudyStatus.Draft)]
    [InlineData(StudyStatus.Planning)]
    [InlineData(StudyStatus.Closed)]
    public void Core_consent_form_changes_only_where_plans_run(StudyStatus status) =>
        Assert.NotEmpty(In(status).Refuses(new ChangeCoreIcf("2.0")).Message);

    [Fact]
    public void Cancelling_asks_a_reason() => Assert.Equal("reasonCode", In(StudyStatus.Planning).Refuses(new SetStudyStatus(StudyStep.Cancel)).Field);

    [Fact]
    public void Registry_number_is_held_once() => Assert.Equal(["registry:nct02552212"], In(StudyStatus.Draft).Claims);

    [Fact]
    public void What_the_study_shares_comes_down_also_to_countries_added_later()
    {
        var stage = In(StudyStatus.Planning).Do(new RegisterChild(Insurance, "insurance", [], ScopeLevel.Study));
        Assert.Empty(stage.Effects);

        stage.Do(new RegisterChild(Poland, "country", [], ScopeLevel.Country));

        var tell = Assert.IsType<Tell>(Assert.Single(stage.Effects));
        Assert.Equal((Poland, Insurance), (tell.Target, ((RegisterChild)tell.Command).Child));
        stage.Do(new RegisterChild(new(ActorKind.Document, "ib"), "ib", [], ScopeLevel.Study));
        Assert.Equal(Poland, Assert.IsType<Tell>(Assert.Single(stage.Effects)).Target);
    }

    [Fact]
    public void Frozen_baseline_keeps_planned_dates_and_goes_down()
    {
        var stage = In(StudyStatus.Planning).Do(new RegisterChild(Poland, "country", [], ScopeLevel.Country)).Do(new SetStudyMilestone("ST-120", MilestoneDateKind.Plan, new LocalDate(2027, 1, 7)));

        stage.Do(new FreezeStudyBaseline());
        Assert.Equal(new FreezeCountryBaseline(), stage.Effects.OfType<Tell>().Single().Command);
        Assert.Equal("reason", stage.Refuses(new SetStudyMilestone("ST-120", MilestoneDateKind.Plan, new LocalDate(2027, 1, 14))).Field);
        stage.Do(new SetStudyMilestone("ST-120", MilestoneDateKind.Plan, new LocalDate(2027, 1, 14)), reason: true).Do(new SetStudyMilestone("ST-120", MilestoneDateKind.Forecast, new LocalDate(2027, 2, 9)));

        Assert.Equal(new MilestoneDates(new(2027, 1, 7), new(2027, 1, 14), new(2027, 2, 9)), stage.State.Milestones["ST-120"]);
    }

    [Fact]
    public void Milestone_of_another_level_or_none_is_named()
    {
        Assert.Contains("milestone of the site", In(StudyStatus.Planning).Refuses(new SetStudyMilestone("SI-090", MilestoneDateKind.Plan, null)).Message, StringComparison.Ordinal);
        Assert.Contains("There is no milestone XX-1", In(StudyStatus.Planning).Refuses(new SetStudyMilestone("XX-1", MilestoneDateKind.Plan, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_that_finds_a_milestone_reached_leaves_its_date_alone()
    {
        var stage = In(StudyStatus.InStartUp).Do(new SetStudyMilestone("ST-110", MilestoneDateKind.Actual, new LocalDate(2026, 10, 1)));

        stage.Do(new SetStudyMilestone("ST-110", MilestoneDateKind.Actual, new LocalDate(2026, 11, 1)), Origin.SystemActor, cause: Given.Plan);

        Assert.Equal(new LocalDate(2026, 10, 1), stage.State.Milestones["ST-110"].Actual);
    }

    [Fact]
    public void Reopened_study_is_where_it_was()
    {
        var stage = In(StudyStatus.Cancelled).Do(new CorrectStudy(StudyCorrection.Reopen), reason: true);

        Assert.Equal(StudyStatus.InStartUp, stage.State.Status);
    }

    private static Stage<StudyState> In(StudyStatus status)
    {
        var stage = new Stage<StudyState>(new StudyActor(), new(ActorKind.Study, "s1")).Do(new RegisterStudy("A study", "ONC-301", "spn", RegistryId: "NCT02552212"));
        StudyStep[] road = status switch
        {
            StudyStatus.Draft => [],
            StudyStatus.Planning => [StudyStep.StartPlanning],
            StudyStatus.InStartUp => [StudyStep.StartPlanning, StudyStep.BeginStartUp],
            StudyStatus.Recruiting => [StudyStep.StartPlanning, StudyStep.BeginStartUp, StudyStep.Recruiting],
            StudyStatus.OnHold => [StudyStep.StartPlanning, StudyStep.BeginStartUp, StudyStep.Hold],
            StudyStatus.Closed => [StudyStep.StartPlanning, StudyStep.BeginStartUp, StudyStep.Recruiting, StudyStep.Close],
            StudyStatus.Cancelled => [StudyStep.StartPlanning, StudyStep.BeginStartUp, StudyStep.Cancel],
        };
        foreach (var step in road)
        {
            stage.Do(new SetStudyStatus(step, ReasonCode: "other"));
        }

        return stage;
    }
}
