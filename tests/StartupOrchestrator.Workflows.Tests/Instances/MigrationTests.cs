using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Instances;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Instances;

public sealed class MigrationTests
{
    private static readonly JsonObject[] Activities = [Line("s"), Event("e"), Line("z")];

    private static WorkflowGraph Next(JsonObject[] activities, params string[] connections) =>
        WorkflowGraph.Build(Define(Flowchart("flow", activities, connections), d =>
        {
            d["id"] = "test-v2";
            d["version"] = 2;
        }));

    private static Steps Moved(Steps steps, MigrationPlan plan)
    {
        var preview = Migration.Preview(plan, steps.State);
        Assert.True(preview.IsPossible, string.Join(" ", preview.Refusals));
        var result = Migration.Apply(plan, steps.State, "new protocol");
        Assert.Equal(FactKinds.Migrated, Assert.Single(result.Facts).Kind);
        steps.State = StateJson.Read(StateJson.Write(result.State));
        steps.Graph = plan.To;
        return steps;
    }

    [Fact]
    public void Instance_goes_on_with_the_new_drawing_and_keeps_its_bookmark_ids()
    {
        var steps = new Steps(Chart([.. Activities.Select(Copy)], "s -> e", "e -> z")).Start();
        var bookmark = steps.State.Bookmarks[0].Id;
        var to = Next([Line("s"), Event("e"), Line("extra"), Line("z")], "s -> e", "e -> extra", "extra -> z");

        Moved(steps, new MigrationPlan(steps.Graph, to));

        Assert.Equal((bookmark, "test-v2", 2), (steps.State.Bookmarks[0].Id, steps.State.DefinitionVersionId, steps.State.DefinitionVersion));
        steps.Take(new Resume(bookmark));
        Assert.Equal("s,extra,z", steps.Printed);
    }

    [Fact]
    public void Renamed_activity_is_mapped()
    {
        var steps = new Steps(Chart([.. Activities.Select(Copy)], "s -> e", "e -> z")).Start();
        var to = Next([Line("s"), Event("waiting"), Line("z")], "s -> waiting", "waiting -> z");

        Assert.Contains("'e' (e)", Assert.Single(Migration.Preview(new MigrationPlan(steps.Graph, to), steps.State).Refusals), StringComparison.Ordinal);
        var plan = new MigrationPlan(steps.Graph, to, new Dictionary<string, string> { ["e"] = "waiting" });
        Assert.Equal([("e", "waiting")], Migration.Preview(plan, steps.State).Moves);
        Moved(steps, plan).Resume("waiting");

        Assert.Equal("s,z", steps.Printed);
    }

    [Fact]
    public void Join_at_which_something_has_arrived_keeps_its_inbound_connections_or_the_instance_is_refused()
    {
        var steps = new Steps(Chart([Line("s"), Line("x"), Event("e"), Line("j")], "s -> x", "s -> e", "x -> j", "e -> j")).Start();
        var changed = Next([Line("s"), Line("x"), Event("e"), Line("y"), Line("j")], "s -> x", "s -> e", "s -> y", "x -> j", "e -> j", "y -> j");
        var same = Next([Line("s"), Line("x"), Event("e"), Line("j"), Line("after")], "s -> x", "s -> e", "x -> j", "e -> j", "j -> after");

        var preview = Migration.Preview(new MigrationPlan(steps.Graph, changed), steps.State);
        Assert.Contains("arrived at 'j'", Assert.Single(preview.Refusals), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Migration.Apply(new MigrationPlan(steps.Graph, changed), steps.State, "x"));
        Moved(steps, new MigrationPlan(steps.Graph, same)).Resume("e");

        Assert.Equal("s,x,j,after", steps.Printed);
    }

    [Fact]
    public void New_branch_into_a_join_of_a_loop_is_counted_from_its_next_run()
    {
        var steps = new Steps(Chart([Line("s"), Event("e"), Line("x"), Line("j")], "s -> e", "e -> x", "x -> j", "j -> e")).Start();
        steps.Resume("e").Resume("e");
        var to = Next([Line("s"), Event("e"), Line("x"), Line("y"), Line("j")], "s -> e", "e -> x", "e -> y", "x -> j", "y -> j", "j -> e");

        Moved(steps, new MigrationPlan(steps.Graph, to)).Resume("e");

        Assert.Equal("s,x,j,x,j,x,y,j", steps.Printed);
    }

    [Fact]
    public void New_variables_start_with_their_default()
    {
        var steps = new Steps(Chart([.. Activities.Select(Copy)], "s -> e", "e -> z")).Start();
        var to = WorkflowGraph.Build(Define(Flowchart("flow", [Line("s"), Event("e"), Script("z", "getFresh()")], "s -> e", "e -> z"), d =>
        {
            d["id"] = "test-v2";
            ((JsonArray)d["variables"]!).Add(Variable("v-f", "Fresh", "String", "new"));
        }));

        var plan = new MigrationPlan(steps.Graph, to);
        Assert.Contains("'Fresh'", Assert.Single(Migration.Preview(plan, steps.State).Notes), StringComparison.Ordinal);
        Moved(steps, plan).Resume("e");

        Assert.Equal("s,new", steps.Printed);
    }

    private static JsonObject Copy(JsonObject o) => (JsonObject)o.DeepClone();
}
