using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Instances;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Instances;

public sealed class DefinitionChangesTests
{
    [Fact]
    public void Comparison_names_what_was_added_removed_and_changed_with_both_values()
    {
        var from = Chart([Line("a", "one"), Line("gone")], "a -> gone");
        var to = Chart([Line("a", "two"), Line("fresh")], "a -> fresh");

        var changes = DefinitionChanges.Between(from, to);

        Assert.Equal([("fresh", "fresh", "Elsa.WriteLine")], changes.Added.Select(c => (c.Id, c.Name, c.Type)));
        Assert.Equal(["gone"], changes.Removed.Select(c => c.Id));
        var changed = Assert.Single(changes.Changed);
        var text = Assert.Single(changed.Members);
        Assert.Equal(("a", "text", "one", "two"), (changed.Id, text.Name, (string?)text.From!["expression"]!["value"], (string?)text.To!["expression"]!["value"]));
        Assert.Equal(["- a (Done) → gone", "+ a (Done) → fresh"], changes.Connections);
        Assert.Empty(changes.Document);
    }

    [Fact]
    public void Member_that_only_one_version_has_is_a_change()
    {
        var with = Line("a");
        with["note"] = "new";
        var added = Assert.Single(Assert.Single(DefinitionChanges.Between(Chart([Line("a")]), Chart([(JsonObject)with.DeepClone()])).Changed).Members);
        var removed = Assert.Single(Assert.Single(DefinitionChanges.Between(Chart([with]), Chart([Line("a")])).Changed).Members);

        Assert.Equal(("note", null, "new"), (added.Name, added.From, (string?)added.To));
        Assert.Equal(("note", "new", null), (removed.Name, (string?)removed.From, removed.To));
    }

    [Fact]
    public void Places_on_the_canvas_identity_and_dates_do_not_count()
    {
        var moved = Line("a");
        moved["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 5 } } };
        var next = Define(Flowchart("flow", [moved]), d =>
        {
            (d["id"], d["version"], d["isLatest"], d["isPublished"], d["createdAt"], d["toolVersion"]) = ("v2", 2, true, true, "2026-03-12T00:00:00Z", "3.7.0.0");
            d["customProperties"] = new JsonObject { ["x"] = 1 };
        });

        var changes = DefinitionChanges.Between(Chart([Line("a")]), next);

        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Connections);
        Assert.Empty(changes.Document);
    }

    [Fact]
    public void Variables_and_other_members_of_the_document_are_told()
    {
        var to = Define(Flowchart("flow", [Line("a")]), d =>
        {
            ((JsonArray)d["variables"]!).Add(Variable("v-x", "X", "String", "1"));
            d["name"] = "Renamed";
        });

        Assert.Equal(["name", "variables"], DefinitionChanges.Between(Chart([Line("a")]), to).Document.Select(m => m.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Embedded_activities_are_compared_for_themselves_and_connections_named_as_on_the_canvas()
    {
        JsonObject Loop(string text) => Activity("loop", "Elsa.ForEach", ("items", Js("[1]")), ("body", Line("in", text)));
        var named = Line("z");
        named["name"] = "The end";

        var changes = DefinitionChanges.Between(Chart([Loop("one"), (JsonObject)named.DeepClone()]), Chart([Loop("two"), named], "loop -> z"));

        Assert.Equal(["in"], changes.Changed.Select(c => c.Id));
        Assert.Equal(["+ loop (Done) → The end"], changes.Connections);
    }

    [Fact]
    public void Published_document_is_the_latest_published_one_and_knows_the_workflows_it_uses()
    {
        var child = Define(Sequence("s", Line("in")), id: "Check It");
        var parent = Chart([Activity("u", "CheckIt"), Activity("u2", "CheckIt")]);

        var document = Publication.Prepare(parent, "v-9", 9, source: new StartupOrchestrator.Workflows.Execution.DefinitionSet([parent, child]));

        var json = document.ToJson();
        Assert.Equal(("v-9", 9, true, true), ((string)json["id"]!, (int)json["version"]!, (bool)json["isLatest"]!, (bool)json["isPublished"]!));
        Assert.Single(json["customProperties"]!["usedDefinitions"]!.AsArray());
        Assert.NotNull(Publication.UsedBy(document).Find("Check It", null, 0));
        Assert.Null(Publication.Export(document)["customProperties"]!["usedDefinitions"]);
        Assert.Null(Publication.Prepare(Chart([Line("a")]), "v", 1).ToJson()["customProperties"]!["usedDefinitions"]);
        Assert.Empty(PinnedActivities.Missing(document));
    }

    [Fact]
    public void Draft_stays_based_on_the_version_it_was_begun_from_and_can_be_thrown_away()
    {
        var now = Support.Steps.Noon;
        var versions = DefinitionVersions.New("test").SaveDraft("ann", Chart([Line("a")]), now).Versions;
        Assert.Equal(0, versions.DraftOf("ann")!.BasedOn);
        versions = versions.SaveDraft("bob", Chart([Line("b")]), now).Versions.Publish("bob", " mine ", "id-1", now).Versions;

        versions = versions.SaveDraft("ann", Chart([Line("c")]), now).Versions;
        Assert.Equal((0, "mine"), (versions.DraftOf("ann")!.BasedOn, versions.Current!.Note));
        Assert.Equal(1, versions.SaveDraft("cy", Chart([Line("c")]), now).Versions.DraftOf("cy")!.BasedOn);
        Assert.Equal("no-draft", versions.DiscardDraft("dan").Refusal!.Code);
        Assert.Null(versions.DiscardDraft("ann").Versions.DraftOf("ann"));
        Assert.Equal("no-version", versions.Revert("ann", 7, now).Refusal!.Code);
        Assert.Null(versions.Retract(1).Versions.Current);
    }
}
