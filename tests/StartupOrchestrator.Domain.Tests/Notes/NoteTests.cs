using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Notes;
using StartupOrchestrator.Domain.Views;

namespace StartupOrchestrator.Domain.Tests.Notes;

public sealed class NoteTests
{
    private static readonly Scope Site = new("spn", "s1", "PL", "s1.004");
    private static readonly PersonalRef Text = new("t", "00");

    [Fact]
    public void Mention_waitsUntilThePersonAnswersOrHasSeenIt()
    {
        var stage = Note().Do(new WriteNote(Site, Text, ["boris", "person/carla"]));
        Assert.Equal(["boris", "carla"], stage.State.Waiting);
        stage.Do(new ReplyToNote(Text, ["anna"]), Stage<NoteState>.Boris);
        Assert.Equal(["anna", "carla"], stage.State.Waiting);
        stage.Do(new AcknowledgeNote());
        Assert.Equal(["carla"], stage.State.Waiting);
        Assert.Equal(2, stage.Row.Doc["messages"]!.AsArray().Count);
    }

    [Fact]
    public void Withdrawal_isTheAuthors_asksAReason_andHidesTheWords()
    {
        var stage = Note().Do(new WriteNote(Site, Text));
        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new WithdrawNote(), Stage<NoteState>.Boris, reason: true).Kind);
        Assert.Equal("reason", stage.Refuses(new WithdrawNote()).Field);
        stage.Do(new WithdrawNote(), reason: true);
        Assert.Null(stage.Row.Doc["messages"]);
        stage.Refuses(new ReplyToNote(Text));
    }

    [Fact]
    public void TooManyMentions_areRefused() => Assert.Equal("mentions", Note().Refuses(new WriteNote(Site, Text, [.. Enumerable.Range(0, 21).Select(i => $"p{i}")])).Field);

    [Fact]
    public void View_isItsOwnersToChange()
    {
        var stage = new Stage<SavedViewState>(new SavedViewActor(), new ActorId(ActorKind.SavedView, "v1"));
        stage.Do(new SaveView(" Late and waiting ", "sites", "f.slip=11", "spn", "s1"));
        Assert.Equal(("Late and waiting", "personal", "anna"), (stage.Row.Title, stage.Row.Status, stage.Row.Owner));
        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new ChangeView(Shared: true), Stage<NoteState>.Boris).Kind);
        stage.Do(new ChangeView(Shared: true)).Do(new WithdrawView());
        Assert.Equal("withdrawn", stage.Row.Status);
        Assert.Equal("name", new Stage<SavedViewState>(new SavedViewActor(), new ActorId(ActorKind.SavedView, "v2")).Refuses(new SaveView("", "sites", "")).Field);
    }

    private static Stage<NoteState> Note() => new(new NoteActor(), new ActorId(ActorKind.Note, "n1"));
}
