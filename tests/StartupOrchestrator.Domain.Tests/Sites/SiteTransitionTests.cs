using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Sites;

namespace StartupOrchestrator.Domain.Tests.Sites;

public class SiteTransitionTests
{
    private static readonly Dictionary<SiteStatus, string> Allowed = new()
    {
        [SiteStatus.Identified] = "cda-pending cda-executed not-selected declined on-hold",
        [SiteStatus.CdaPending] = "cda-executed not-selected declined on-hold",
        [SiteStatus.CdaExecuted] = "surveyed not-selected declined on-hold",
        [SiteStatus.Surveyed] = "qualifying not-selected declined on-hold",
        [SiteStatus.Qualifying] = "qualified not-selected declined on-hold",
        [SiteStatus.Qualified] = "selected back-up not-selected declined on-hold",
        [SiteStatus.BackUp] = "selected not-selected declined on-hold",
        [SiteStatus.Selected] = "in-start-up dropped on-hold",
        [SiteStatus.InStartUp] = "ready-for-siv dropped on-hold",
        [SiteStatus.ReadyForSiv] = "initiated dropped on-hold",
        [SiteStatus.Initiated] = "dropped on-hold",
        [SiteStatus.OnHold] = "dropped",
        [SiteStatus.NotSelected] = "",
        [SiteStatus.Declined] = "",
        [SiteStatus.Dropped] = "",
    };

    public static TheoryData<SiteStatus, SiteStatus> Pairs
    {
        get
        {
            var data = new TheoryData<SiteStatus, SiteStatus>();
            foreach (var from in Allowed.Keys)
            {
                foreach (var to in Enum.GetValues<SiteStatus>())
                {
                    data.Add(from, to);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Site_goes_only_where_the_table_leads(SiteStatus from, SiteStatus to)
    {
        var stage = SiteStage.In(from);

        stage.Try(new AdvanceSite(to, ReasonCode: "other"));

        if (Allowed[from].Split(' ').Contains(StatusName.Of(to)))
        {
            Assert.Equal(to, stage.State.Status);
            Assert.True(stage.Holds($"status:{StatusName.Of(to)}"));
        }
        else
        {
            Assert.Equal(RefusalKind.NotAllowed, stage.Refusal.Kind);
            Assert.Equal(StatusName.Of(from), stage.Refusal.State);
            Assert.Equal(from, stage.State.Status);
            Assert.Equal(Allowed[from].Split(' ', StringSplitOptions.RemoveEmptyEntries), stage.Refusal.Allowed.Except(["resume", "request-gate activation"]));
        }
    }

    [Fact]
    public void Activation_without_its_gate_names_the_gate() =>
        Assert.Contains("request-gate activation", SiteStage.In(SiteStatus.Initiated).Refuses(new AdvanceSite(SiteStatus.Active)).Allowed);

    [Theory]
    [InlineData(SiteStatus.Qualified, SiteStatus.NotSelected, "few-participants")]
    [InlineData(SiteStatus.Surveyed, SiteStatus.Declined, "no-capacity")]
    [InlineData(SiteStatus.InStartUp, SiteStatus.Dropped, "contract-not-agreed")]
    public void Site_that_ends_says_why_and_at_which_stage(SiteStatus stageBefore, SiteStatus end, string code)
    {
        var stage = SiteStage.In(stageBefore);

        Assert.Equal("reasonCode", stage.Refuses(new AdvanceSite(end)).Field);
        Assert.Equal("reasonCode", stage.Refuses(new AdvanceSite(end, ReasonCode: "made-up")).Field);
        stage.Do(new AdvanceSite(end, ReasonCode: code));

        Assert.Equal((code, StatusName.Of(stageBefore)), ((string?)stage.Row.Doc["reasonCode"], (string?)stage.Row.Doc["endedAt"]));
        Assert.Null(stage.Row.WaitingOn);
    }

    [Fact]
    public void Held_site_resumes_where_it_was()
    {
        var stage = SiteStage.In(SiteStatus.OnHold);

        stage.Do(new ResumeSite());

        Assert.Equal(SiteStatus.InStartUp, stage.State.Status);
        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new ResumeSite()).Kind);
    }

    [Fact]
    public void Status_reaches_its_milestone_on_its_date()
    {
        var stage = SiteStage.In(SiteStatus.Qualified);

        stage.Do(new AdvanceSite(SiteStatus.Selected, new LocalDate(2026, 9, 14)));

        Assert.Equal(new LocalDate(2026, 9, 14), stage.State.Milestones["SI-090"].Actual);
        Assert.Equal("2026-09-14", (string?)stage.Row.Doc["SI-090.actual"]);
        Assert.True(stage.Holds("milestone:SI-090"));
    }

    [Fact]
    public void Actual_date_in_the_future_is_refused() =>
        Assert.Equal("on", SiteStage.In(SiteStatus.Qualified).Refuses(new AdvanceSite(SiteStatus.Selected, new LocalDate(2026, 12, 24))).Field);

    [Fact]
    public void Fast_track_site_skips_the_questionnaire()
    {
        var stage = SiteStage.In(SiteStatus.CdaExecuted).Do(new ChangeSite(FastTrack: true));

        Assert.Equal(SiteStatus.Qualifying, stage.Do(new AdvanceSite(SiteStatus.Qualifying)).State.Status);
    }

    [Fact]
    public void Plan_that_finds_the_site_there_already_changes_nothing()
    {
        var stage = SiteStage.In(SiteStatus.Selected);
        var events = stage.Events.Count;

        stage.Do(new AdvanceSite(SiteStatus.Selected), Origin.SystemActor, cause: Given.Plan);

        Assert.Equal(events, stage.Events.Count);
    }

    [Fact]
    public void Site_tells_its_country_and_holds_its_code()
    {
        var stage = SiteStage.In(SiteStatus.Identified);

        Assert.Equal(["site:s1:pl-04"], stage.Claims);
        Assert.Equal(("spn", "s1", "PL", "s1.004"), (stage.Row.Sponsor, stage.Row.Study, stage.Row.Country, stage.Row.Site));
    }
}
