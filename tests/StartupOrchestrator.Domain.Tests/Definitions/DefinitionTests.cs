using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;

namespace StartupOrchestrator.Domain.Tests.Definitions;

public sealed class DefinitionTests
{
    private static readonly PersonalRef Note = new("n", "h");
    private readonly DefinitionActor rules = new();
    private DefinitionState state = new();

    [Fact]
    public void Each_person_has_a_draft_of_their_own()
    {
        Do("anna", new SaveDraft("{1}", 0, "Site plan"));
        Do("ben", new SaveDraft("{2}", 0));

        Assert.Equal(("{1}", "{2}"), (state.Drafts["anna"].Content, state.Drafts["ben"].Content));
    }

    [Fact]
    public void Publishing_ends_the_draft_and_never_changes_an_older_version()
    {
        Do("anna", new SaveDraft("{1}", 0, "Site plan"));
        Do("anna", new PublishDefinition(Note));
        Do("anna", new SaveDraft("{2}", 1));
        Do("anna", new PublishDefinition(Note));

        Assert.Empty(state.Drafts);
        Assert.Equal(["{1}", "{2}"], state.Versions.Select(v => v.Content));
        Assert.Equal(2, state.Current!.Number);
    }

    [Fact]
    public void A_draft_that_was_begun_before_a_newer_version_is_not_published_over_it()
    {
        Do("anna", new SaveDraft("{1}", 0, "Site plan"));
        Do("ben", new SaveDraft("{2}", 0));
        Do("anna", new PublishDefinition(Note));

        var refused = Assert.IsType<Decision.Refused>(rules.Decide(state, new PublishDefinition(Note), Context("ben")));
        Assert.Equal(RefusalKind.Changed, refused.Refusal.Kind);
    }

    [Fact]
    public void The_same_content_again_is_no_new_version()
    {
        Do("anna", new PublishDefinition(Note, "{1}", "Site plan"));
        Do("anna", new PublishDefinition(Note, "{1}", "Site plan"));

        Assert.Single(state.Versions);
    }

    [Fact]
    public void A_retracted_version_starts_no_new_plans_and_stays_readable()
    {
        Do("anna", new PublishDefinition(Note, "{1}", "Site plan"));
        Do("anna", new RetractVersion(1));

        Assert.Null(state.Current);
        Assert.Equal("{1}", state.Versions[0].Content);
    }

    [Fact]
    public void Publishing_without_a_draft_is_refused()
    {
        Assert.IsType<Decision.Refused>(rules.Decide(state, new PublishDefinition(Note), Context("anna")));
    }

    private static DecisionContext Context(string person) =>
        new(new(ActorKind.Definition, "site-plan"), "c", Instant.FromUtc(2026, 11, 22, 9, 0), new Origin($"person/{person}") { Reason = Note });

    private void Do(string person, Command command)
    {
        var accepted = Assert.IsType<Decision.Accepted>(rules.Decide(state, command, Context(person)));
        state = accepted.Events.Aggregate(state, rules.Apply);
    }
}
