using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

public sealed class StructuredTests
{
    private static string Run(params JsonObject[] activities)
    {
        var result = WorkflowSimulator.Run([Define(Sequence("seq", activities))]);
        Assert.Null(result.Fault);
        return string.Join(",", result.Lines) + (result.SubStatus == InstanceSubStatus.Finished ? "" : $" {result.SubStatus}");
    }

    [Fact]
    public void ForEach_runs_its_body_for_each_item_and_Break_ends_it()
    {
        var stop = Activity("if", "Elsa.If", ("condition", Js("getCurrentValue() === 2")), ("then", Activity("b", "Elsa.Break")), ("else", Line("nx")));
        var loop = Activity("l", "Elsa.ForEach", ("items", Js("[1,2,3,4]")), ("body", Sequence("body", Script("v", "`v=${getVariable('CurrentValue')}`"), stop)));

        Assert.Equal("v=1,nx,v=2,after", Run(loop, Line("after")));
    }

    [Fact]
    public void For_counts_up_and_down_with_the_bound_as_asked()
    {
        JsonObject For(string id, int from, int to, int by, bool inclusive) => Activity(id, "Elsa.For",
            ("start", Literal(from, "Int32")), ("end", Literal(to, "Int32")), ("step", Literal(by, "Int32")), ("outerBoundInclusive", Literal(inclusive, "Boolean")),
            ("body", Script(id + "w", "`${getCurrentValue()}`")));

        Assert.Equal("1,2,3,1,2,3,2,1", Run(For("a", 1, 3, 1, true), For("b", 1, 3, 1, false), For("c", 3, 1, -1, true)));
    }

    [Fact]
    public void Loops_without_a_body_complete() =>
        Assert.Equal("x", Run(Activity("f", "Elsa.For", ("end", Literal(3, "Int32"))), Activity("e", "Elsa.ForEach", ("items", Js("[1]"))), Activity("w", "Elsa.While", ("condition", Js("true"))), Line("x")));

    [Fact]
    public void ParallelForEach_without_a_body_has_nothing_to_run_for_its_items() =>
        Assert.Contains("no body", WorkflowSimulator.Run([Define(Activity("p", "Elsa.ParallelForEach", ("items", Js("[1]"))))]).Fault, StringComparison.Ordinal);

    [Fact]
    public void While_looks_at_its_condition_before_each_run() =>
        Assert.Equal("0,1,end", Run(Activity("w", "Elsa.While", ("condition", Js("getN() < 2")), ("body", Sequence("b", Script("p", "`${getN()}`"), Set("n", "getN() + 1")))), Line("end")));

    [Fact]
    public void ParallelForEach_starts_all_items_and_keeps_their_values_apart()
    {
        var loop = Activity("p", "Elsa.ParallelForEach", ("items", Js("['p','q']")), ("body", Sequence("b", Event("e"), Script("s", "`cv=${getCurrentValue()}${getCurrentIndex()}`"))));

        Assert.Equal("cv=p0,cv=q1,after", Run(loop, Line("after")));
    }

    [Theory]
    [InlineData("WaitAll", "x,y,after")]
    [InlineData("WaitAny", "x,after")]
    public void Fork_completes_as_its_join_mode_says(string mode, string expected)
    {
        var fork = new JsonObject { ["id"] = "f", ["type"] = "Elsa.Fork", ["version"] = 1, ["joinMode"] = mode, ["branches"] = new JsonArray(Line("x"), Sequence("w", Event("e"), Line("y"))) };

        Assert.Equal(expected, Run(fork, Line("after")));
    }

    [Fact]
    public void Parallel_completes_when_all_have() =>
        Assert.Equal("a,b,c", Run(new JsonObject { ["id"] = "p", ["type"] = "Elsa.Parallel", ["version"] = 1, ["activities"] = new JsonArray(Line("a"), Line("b")) }, Line("c")));

    [Fact]
    public void Switch_runs_the_matching_activity_or_the_default()
    {
        JsonObject Case(string label, string when, JsonObject activity) => new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = when }, ["activity"] = activity };
        var one = Activity("s1", "Elsa.Switch", ("cases", new JsonArray(Case("A", "false", Line("a")), Case("B", "true", Line("b")), Case("C", "true", Line("c")))));
        var none = Activity("s2", "Elsa.Switch", ("cases", new JsonArray(Case("A", "false", Line("d")))), ("default", Line("e")));

        Assert.Equal("b,e", Run(one, none));
    }

    [Fact]
    public void StateMachine_moves_by_the_first_trigger_whose_condition_holds()
    {
        JsonObject State(string name) => new() { ["name"] = name, ["entry"] = Line("in-" + name), ["exit"] = Line("out-" + name) };
        var machine = Activity("m", "Elsa.StateMachine",
            ("initialState", "open"),
            ("states", new JsonArray(State("open"), State("closed"))),
            ("transitions", new JsonArray(
                new JsonObject { ["name"] = "never", ["from"] = "open", ["to"] = "open", ["trigger"] = Event("e1"), ["condition"] = Js("false") },
                new JsonObject { ["name"] = "close", ["from"] = "open", ["to"] = "closed", ["trigger"] = Event("e2"), ["action"] = Line("closing") })));

        Assert.Equal("in-open,closing,out-open,in-closed,after", Run(machine, Line("after")));
    }

    [Fact]
    public void Complete_ends_the_workflow_with_outcomes_for_the_one_around_it()
    {
        var child = Define(Sequence("s", Line("in"), Activity("c", "Elsa.Complete", ("outcomes", Js("['Approved']"))), Line("never")), d => d["outcomes"] = new JsonArray("Approved", "Rejected"), "Check It");
        var parent = Chart([Activity("u", "CheckIt"), Line("yes"), Line("no")], "u:Approved -> yes", "u:Rejected -> no");

        Assert.Equal("in,yes", string.Join(",", WorkflowSimulator.Run([parent, child]).Lines));
    }

    [Fact]
    public void Workflow_used_as_an_activity_is_found_by_its_name_where_its_id_is_not_known()
    {
        var child = Define(Sequence("s", Line("in")), id: "Check It");
        var parent = Chart([Activity("u", "CheckIt", ("workflowDefinitionId", "b8b45fd4dbffad5d"), ("workflowDefinitionVersionId", "24dd11bc73a881d5")), Line("after")], "u -> after");

        Assert.Equal("in,after", string.Join(",", WorkflowSimulator.Run([parent, child]).Lines));
    }

    [Fact]
    public void Break_inside_a_flowchart_body_ends_the_loop_around_it()
    {
        var body = Flowchart("b", [Script("v", "`${getCurrentValue()}`"), Activity("x", "Elsa.Break")], "v -> x");

        Assert.Equal("1,after", Run(Activity("l", "Elsa.ForEach", ("items", Js("[1,2]")), ("body", body)), Line("after")));
    }
}
