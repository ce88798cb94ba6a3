using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Sites;

namespace StartupOrchestrator.Domain.Tests.Sites;

public class SiteCorrectionTests
{
    [Fact]
    public void Correction_asks_a_reason() =>
        Assert.Equal("reason", SiteStage.In(SiteStatus.Selected).Refuses(new CorrectSite(SiteCorrection.ReverseSelection)).Field);

    [Fact]
    public void Reversed_selection_is_qualified_again_and_says_what_reopens()
    {
        var stage = SiteStage.In(SiteStatus.InStartUp);
        var selected = stage.State.Milestones["SI-090"].Actual;

        stage.Do(new CorrectSite(SiteCorrection.ReverseSelection), reason: true);

        Assert.Equal(SiteStatus.Qualified, stage.State.Status);
        Assert.Null(stage.State.Milestones["SI-090"].Actual);
        Assert.Equal(selected, Assert.Single(stage.Events.OfType<SiteReopened>()).Cleared.Single().From);
        Assert.Equal("""{"from":"in-start-up","to":"qualified","milestones":["SI-090"],"gates":[]}""", stage.Answer!.ToJsonString());
        stage.Do(new AdvanceSite(SiteStatus.BackUp));
    }

    [Fact]
    public void Dropped_site_can_be_reopened_where_it_was()
    {
        var stage = SiteStage.In(SiteStatus.Dropped);

        stage.Do(new CorrectSite(SiteCorrection.Reopen), reason: true);

        Assert.Equal(SiteStatus.InStartUp, stage.State.Status);
        Assert.Null(stage.State.Milestones["SI-290"].Actual);
    }

    [Fact]
    public void Site_cannot_go_back_to_where_it_never_was() =>
        Assert.Equal(RefusalKind.NotAllowed, SiteStage.In(SiteStatus.Surveyed).Refuses(new CorrectSite(SiteCorrection.Reopen, SiteStatus.Selected), reason: true).Kind);

    [Fact]
    public void Changed_actual_date_keeps_the_old_one()
    {
        var stage = SiteStage.In(SiteStatus.Selected);
        var before = stage.State.Milestones["SI-090"].Actual;

        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new SetSiteMilestone("SI-090", MilestoneDateKind.Actual, new LocalDate(2026, 5, 1))).Kind);
        stage.Do(new CorrectSite(SiteCorrection.ChangeActual, Code: "SI-090", Date: new LocalDate(2026, 5, 1)), reason: true);

        var e = stage.Events.OfType<MilestoneDated>().Last();
        Assert.Equal((before, new LocalDate(2026, 5, 1), true), (e.From, e.To, e.Correction));
    }

    [Fact]
    public void Second_pi_is_refused_and_a_replacement_lists_what_restarts()
    {
        var stage = SiteStage.In(SiteStatus.InStartUp).Do(new AssignContact("PI", "person/jan"));

        Assert.Contains("replace-contact", stage.Refuses(new AssignContact("PI", "eva")).Allowed);
        stage.Do(new ReplaceContact("PI", "eva"));

        Assert.Equal("eva", (string?)stage.Fact("contact:PI")!["person"]);
        Assert.Contains("cv", stage.Answer!["restarts"]!.AsArray().Select(n => (string?)n));
        Assert.Equal(2, stage.State.Contacts.Length);
    }
}
