using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;

namespace StartupOrchestrator.Domain.Tests.Countries;

public class CountryTests
{
    private static readonly CountryStatus[] Road =
        [CountryStatus.Selected, CountryStatus.Preparing, CountryStatus.Submitted, CountryStatus.UnderReview, CountryStatus.Approved, CountryStatus.Greenlit, CountryStatus.Active];

    private static readonly Dictionary<CountryStatus, string> Allowed = new()
    {
        [CountryStatus.Proposed] = "selected on-hold withdrawn",
        [CountryStatus.Selected] = "preparing on-hold withdrawn",
        [CountryStatus.Preparing] = "submitted on-hold withdrawn",
        [CountryStatus.Submitted] = "under-review refused lapsed on-hold withdrawn",
        [CountryStatus.UnderReview] = "approved refused lapsed on-hold withdrawn",
        [CountryStatus.Approved] = "greenlit lapsed on-hold withdrawn",
        [CountryStatus.Greenlit] = "active lapsed on-hold withdrawn",
        [CountryStatus.Active] = "lapsed on-hold withdrawn",
        [CountryStatus.OnHold] = "withdrawn lapsed",
        [CountryStatus.Withdrawn] = "",
        [CountryStatus.Refused] = "",
        [CountryStatus.Lapsed] = "",
    };

    public static TheoryData<CountryStatus, CountryStatus> Pairs => [.. Allowed.Keys.SelectMany(f => Enum.GetValues<CountryStatus>().Select(t => (f, t)))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Country_goes_only_where_the_table_leads(CountryStatus from, CountryStatus to)
    {
        var stage = In(from);

        stage.Try(new AdvanceCountry(to, ReasonCode: "other"));

        if (Allowed[from].Split(' ').Contains(StatusName.Of(to)))
        {
            Assert.Equal(to, stage.State.Status);
        }
        else
        {
            Assert.Equal((RefusalKind.NotAllowed, StatusName.Of(from)), (stage.Refusal.Kind, stage.Refusal.State));
            Assert.Equal(Allowed[from].Split(' ', StringSplitOptions.RemoveEmptyEntries), stage.Refusal.Allowed);
        }
    }

    [Fact]
    public void Withdrawal_asks_a_reason() => Assert.Equal("reasonCode", In(CountryStatus.Selected).Refuses(new AdvanceCountry(CountryStatus.Withdrawn)).Field);

    [Fact]
    public void Held_country_resumes_where_it_was() => Assert.Equal(CountryStatus.Preparing, In(CountryStatus.OnHold).Do(new ResumeCountry()).State.Status);

    [Fact]
    public void Approval_keeps_its_conditions()
    {
        var stage = In(CountryStatus.UnderReview).Do(new AdvanceCountry(CountryStatus.Approved, new LocalDate(2026, 11, 2), Conditions: [Given.Text()]));

        Assert.Equal(1, (int?)stage.Row.Doc["conditions"]);
    }

    [Fact]
    public void Country_goes_back_with_a_reason_and_says_what_reopens()
    {
        var stage = In(CountryStatus.Active);

        Assert.Equal("reason", stage.Refuses(new CorrectCountry(CountryCorrection.Reopen, CountryStatus.Preparing)).Field);
        stage.Do(new CorrectCountry(CountryCorrection.Reopen, CountryStatus.Preparing), reason: true);

        Assert.Equal("""{"from":"active","to":"preparing","milestones":["CO-040","CO-150","CO-160"]}""", stage.Answer!.ToJsonString());
        Assert.NotNull(stage.State.Milestones["CO-010"].Actual);
    }

    [Fact]
    public void New_site_gets_what_the_country_shares()
    {
        var site = new ActorId(ActorKind.Site, "s1.004");
        var stage = In(CountryStatus.Selected).Do(new RegisterChild(new(ActorKind.Document, "insurance"), "insurance", [], ScopeLevel.Country));

        stage.Do(new RegisterChild(site, "site", [], ScopeLevel.Site));

        Assert.Equal(site, Assert.IsType<Tell>(Assert.Single(stage.Effects)).Target);
    }

    [Fact]
    public void Country_lives_under_its_own_key() =>
        Assert.Equal("target", new Stage<CountryState>(new CountryActor(), new(ActorKind.StudyCountry, "other")).Refuses(new AddCountry("spn", "s1", "PL")).Field);

    private static Stage<CountryState> In(CountryStatus status)
    {
        var stage = new Stage<CountryState>(new CountryActor(), Scope.CountryOf("s1", "PL")).Do(new AddCountry("spn", "s1", "PL"));
        var stop = status switch
        {
            CountryStatus.OnHold => CountryStatus.Preparing,
            CountryStatus.Withdrawn => CountryStatus.Selected,
            CountryStatus.Refused or CountryStatus.Lapsed => CountryStatus.UnderReview,
            CountryStatus.Proposed or CountryStatus.Selected or CountryStatus.Preparing or CountryStatus.Submitted or CountryStatus.UnderReview or CountryStatus.Approved
                or CountryStatus.Greenlit or CountryStatus.Active => status,
        };
        foreach (var next in Road.TakeWhile(_ => stage.State.Status != stop))
        {
            stage.Do(new AdvanceCountry(next));
        }

        return stage.State.Status == status ? stage : stage.Do(new AdvanceCountry(status, ReasonCode: "other"));
    }
}
