using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Instances;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Instances;

public sealed class VersionTests
{
    private static DefinitionVersions Published(params string[] texts)
    {
        var versions = DefinitionVersions.New("test");
        foreach (var (text, i) in texts.Select((t, i) => (t, i)))
        {
            versions = versions.SaveDraft("ann", Chart([Line("a", text)]), Steps.Noon).Versions;
            versions = versions.Publish("ann", "change " + text, $"id-{i + 1}", Steps.Noon).Versions;
        }

        return versions;
    }

    [Fact]
    public void Publishing_gives_the_next_number_and_pins_activity_versions()
    {
        var versions = Published("one", "two");

        Assert.Equal((2, "id-2", "change two", true), (versions.Current!.Number, versions.Current.Definition.Id, versions.Current.Note, versions.Current.Definition.IsPublished));
        Assert.All(versions.Current.Definition.Activities(), a => Assert.True(a.Version > 0));
        Assert.Empty(versions.Drafts);
    }

    [Fact]
    public void What_a_program_lacks_of_a_published_version_is_named_with_its_version_once()
    {
        var definition = Define(Sequence("s", Line("a"), Activity("b", "Acme.Gone"), Activity("c", "Elsa.Event", ("eventName", Literal("e")))));
        definition = DefinitionReader.Read(definition.ToJson().ToJsonString().Replace("\"type\":\"Elsa.Event\",\"version\":1", "\"type\":\"Elsa.Event\",\"version\":9", StringComparison.Ordinal));

        Assert.Equal([("Acme.Gone", 1), ("Elsa.Event", 9)], PinnedActivities.Missing(definition));
        Assert.Empty(PinnedActivities.Missing(Define(Sequence("s", Line("a")))));
    }

    [Fact]
    public void Drafts_are_kept_apart_by_person_and_a_later_one_may_not_overwrite_unseen()
    {
        var versions = Published("one");
        versions = versions.SaveDraft("ann", Chart([Line("a", "by ann")]), Steps.Noon).Versions;
        versions = versions.SaveDraft("bob", Chart([Line("a", "by bob")]), Steps.Noon).Versions;
        versions = versions.Publish("bob", "mine", "id-2", Steps.Noon).Versions;

        var refused = versions.Publish("ann", "mine", "id-3", Steps.Noon);
        Assert.Equal("outdated", refused.Refusal!.Code);
        Assert.Same(versions, refused.Versions);
        Assert.Equal(3, versions.Publish("ann", "mine", "id-3", Steps.Noon, overNewer: true).Versions.Current!.Number);
    }

    [Fact]
    public void Publishing_needs_a_draft_a_note_and_a_definition_without_errors()
    {
        var versions = Published("one");
        Assert.Equal("no-draft", versions.Publish("ann", "x", "id", Steps.Noon).Refusal!.Code);
        versions = versions.SaveDraft("ann", Chart([Activity("u", "Acme.Magic")]), Steps.Noon).Versions;
        Assert.Equal("no-note", versions.Publish("ann", " ", "id", Steps.Noon).Refusal!.Code);
        Assert.Equal("unknown-activity", Assert.Single(versions.Publish("ann", "x", "id", Steps.Noon).Refusal!.Problems).Code);
        Assert.Equal("other-definition", versions.SaveDraft("ann", Define(Line("a"), id: "other"), Steps.Noon).Refusal!.Code);
    }

    [Fact]
    public void Retracting_falls_back_and_reverting_begins_a_draft()
    {
        var versions = Published("one", "two").Retract(2).Versions;
        Assert.Equal(1, versions.Current!.Number);
        Assert.Equal("no-version", versions.Retract(2).Refusal!.Code);

        versions = versions.Revert("ann", 1, Steps.Noon).Versions;
        versions = versions.Publish("ann", "back to one", "id-3", Steps.Noon).Versions;

        Assert.Equal((3, "one"), (versions.Current!.Number, (string?)versions.Current.Definition.Root.Children[0].Activity.Inputs["text"]!.Value));
    }
}
