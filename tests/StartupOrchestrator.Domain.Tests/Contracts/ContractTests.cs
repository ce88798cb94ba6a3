using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Contracts;

namespace StartupOrchestrator.Domain.Tests.Contracts;

public class ContractTests
{
    private const string Boris = Stage<ContractState>.Boris;
    private static readonly LocalDate Start = new(2026, 9, 17);

    [Fact]
    public void Rounds_are_counted_and_days_split_by_side()
    {
        var stage = Sent();
        stage.Do(new ReceiveSiteComments(Track.Contract, 1, Start.PlusDays(19), ["indemnity"])).Do(new SendOurAnswer(Track.Contract, Start.PlusDays(28)));
        stage.Do(new ReceiveSiteComments(Track.Contract, null, Start.PlusDays(53), ["indemnity", "publication"]));

        Assert.Equal(("with-us 2", "with-site 1"), (stage.State.Text.Written, Answered().State.Text.Written));
        Assert.Equal((44, 9 + 5), (stage.State.Text.DaysWith(Party.Site, Start.PlusDays(58)), stage.State.Text.DaysWith(Party.Us, Start.PlusDays(58))));
        Assert.Equal(["indemnity", "publication"], stage.State.Text.Clauses);
        Assert.Equal("with-us 2", (string?)stage.Row.Doc["text"]);
    }

    [Fact]
    public void Side_that_waits_longest_is_whom_the_contract_waits_on() => Assert.Equal((Party.Site, Start), (Answered().Row.WaitingOn, Answered().Row.WaitingSince));

    [Fact]
    public void Contract_is_agreed_when_both_tracks_are()
    {
        var stage = Sent().Do(new AgreeTrack(Track.Budget, Start.PlusDays(10)));
        Assert.Equal((ContractStatus.InNegotiation, true, false), (stage.State.Status, stage.Holds("agreed:budget"), stage.Holds("agreed:contract")));
        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new StartSignature()).Kind);

        stage.Do(new AgreeTrack(Track.Contract, Start.PlusDays(12)));

        Assert.Equal(ContractStatus.Agreed, stage.State.Status);
    }

    [Fact]
    public void Executed_contract_takes_effect_and_is_amended_while_in_force()
    {
        var stage = Executed();
        Assert.True(stage.Holds("executed"));
        Assert.Equal("on", stage.Refuses(new MakeContractEffective(Start)).Field);
        stage.Do(new MakeContractEffective(Start.PlusDays(30)));

        stage.Do(new AmendContract(TrackChoice.Budget));
        Assert.True(stage.State.InForce);
        stage.Do(new SendDraft(TrackChoice.Budget)).Do(new AgreeTrack(Track.Budget)).Do(new StartSignature()).Do(new ExecuteContract());

        Assert.Equal((ContractStatus.Amended, 1, Start.PlusDays(20)), (stage.State.Status, stage.State.Amendments, stage.State.ExecutedOn!.Value));
    }

    [Fact]
    public void Exception_is_decided_by_another_person()
    {
        var stage = Sent().Do(new ReceiveSiteComments(Track.Contract)).Do(new RequestException(Track.Contract, "LEG", Given.Text()));

        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new DecideException(Track.Contract, true)).Kind);
        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new AgreeTrack(Track.Contract)).Kind);
        stage.Do(new DecideException(Track.Contract, true), Boris).Do(new AgreeTrack(Track.Contract));
    }

    [Theory]
    [InlineData(TrackStatus.NotStarted, "send")]
    [InlineData(TrackStatus.Sent, "site-comments request-exception agree")]
    [InlineData(TrackStatus.WithUs, "our-answer request-exception agree")]
    [InlineData(TrackStatus.WithSite, "site-comments request-exception agree")]
    [InlineData(TrackStatus.ExceptionApproval, "decide-exception")]
    public void Track_takes_only_the_steps_of_its_status(TrackStatus status, string allowed)
    {
        foreach (var (name, command) in new (string, Command)[]
        {
            ("send", new SendDraft(TrackChoice.Contract)), ("site-comments", new ReceiveSiteComments(Track.Contract)), ("our-answer", new SendOurAnswer(Track.Contract)),
            ("request-exception", new RequestException(Track.Contract, "LEG", Given.Text())), ("decide-exception", new DecideException(Track.Contract, true)), ("agree", new AgreeTrack(Track.Contract)),
        })
        {
            var decision = In(status).Try(command, Boris);
            Assert.Equal(allowed.Split(' ').Contains(name), decision is Decision.Accepted);
        }
    }

    [Fact]
    public void Reopened_track_says_what_falls()
    {
        var stage = Executed();
        Assert.Equal("reason", stage.Refuses(new CorrectContract(ContractCorrection.Reopen)).Field);

        stage.Do(new CorrectContract(ContractCorrection.Reopen), reason: true).Do(new CorrectContract(ContractCorrection.ReopenTrack, Track.Contract), reason: true);

        Assert.Equal((ContractStatus.InNegotiation, TrackStatus.WithUs), (stage.State.Status, stage.State.Text.Status));
        Assert.False(stage.Holds("executed"));
    }

    [Fact]
    public void Contract_needs_a_site() =>
        Assert.Equal("scope.site", new Stage<ContractState>(new ContractActor(), new(ActorKind.Contract, "c")).Refuses(new OpenContract(Given.Country)).Field);

    private static Stage<ContractState> Open() => new Stage<ContractState>(new ContractActor(), new(ActorKind.Contract, "c1")).Do(new OpenContract(Given.Site, "PL tripartite"));

    private static Stage<ContractState> Sent() => Open().Do(new SendDraft(TrackChoice.Both, Start));

    private static Stage<ContractState> Answered() => Sent().Do(new ReceiveSiteComments(Track.Contract, 1, Start.PlusDays(5))).Do(new SendOurAnswer(Track.Contract, Start.PlusDays(9)));

    private static Stage<ContractState> Executed() => Sent().Do(new AgreeTrack(Track.Budget, Start.PlusDays(10))).Do(new AgreeTrack(Track.Contract, Start.PlusDays(12)))
        .Do(new StartSignature(Start.PlusDays(13), ["PI", "ISG", "SSG"])).Do(new ExecuteContract(Start.PlusDays(20), Given.File()));

    private static Stage<ContractState> In(TrackStatus status) => status switch
    {
        TrackStatus.NotStarted => Open(),
        TrackStatus.Sent => Sent(),
        TrackStatus.WithSite => Answered(),
        TrackStatus.WithUs => Sent().Do(new ReceiveSiteComments(Track.Contract)),
        TrackStatus.ExceptionApproval => In(TrackStatus.WithUs).Do(new RequestException(Track.Contract, "LEG", Given.Text())),
        TrackStatus.Agreed => Sent().Do(new AgreeTrack(Track.Contract)),
    };
}
