using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.Execution;

/// <summary>Activities within activities: what ends what, and what goes on.</summary>
public sealed class CombinationTests
{
    [Fact]
    public void Finish_deep_inside_ends_everything_and_nothing_runs_after_it() => Prints("c,a,b,a2", Flow.Sequence("s",
        Parallel("p", Flow.Sequence("s1", Flow.Line("a"), Flow.Line("a2"), Flow.Line("a3")), Flow.Sequence("s2", Flow.Line("b"), Flow.Activity("fin", "Elsa.Finish"), Flow.Line("b2")), Flow.Line("c")),
        Flow.Line("after")));

    [Fact]
    public void End_in_an_inner_flowchart_ends_that_one_only() => Prints("a,b,z", Flow.Flowchart("f",
        [Flow.Line("a"), Flow.Flowchart("g", [Flow.Line("b"), Flow.Activity("e", "Elsa.End"), Flow.Line("c")], "b -> e", "e -> c"), Flow.Line("z")], "a -> g", "g -> z"));

    [Fact]
    public void Break_in_an_inner_loop_leaves_the_outer_one_running() => Prints("x,next,x,next,after", Flow.Sequence("s",
        Each("o", "[1,2]", Flow.Sequence("ob", Each("i", "['x','y']", Flow.Sequence("ib", Flow.Script("p", "getCurrentValue()"), Flow.Activity("br", "Elsa.Break"))), Flow.Line("next"))), Flow.Line("after")));

    [Fact]
    public void Diamond_in_a_loop_joins_anew_in_every_round() => Prints("a,b,c,a,b,c,a,b,c,z", Flow.Flowchart("f",
        [Flow.Line("a"), Flow.Line("b"), Flow.Line("c"), Flow.Join("j", "WaitAll"), Flow.Set("i", "getN() + 1"), Flow.Decision("d", "getN() < 3"), Flow.Line("z")],
        "a -> b", "a -> c", "b -> j", "c -> j", "j -> i", "i -> d", "d:True -> a", "d:False -> z"));

    [Fact]
    public void Branch_that_is_not_taken_is_not_waited_for_however_long_it_is() => Prints("a,z,m", Flow.Flowchart("f",
        [Flow.Line("a"), Flow.Decision("d", "false"), Flow.Line("x"), Flow.Line("y"), Flow.Line("z"), Flow.Line("m")],
        "a -> d", "a -> z", "d:True -> x", "x -> y", "y -> m", "z -> m"));

    [Fact]
    public void Sequence_in_a_branch_is_waited_for_as_a_whole() => Prints("a,c,b,b2,m", Flow.Flowchart("f",
        [Flow.Line("a"), Flow.Sequence("s", Flow.Line("b"), Flow.Event("e"), Flow.Line("b2")), Flow.Line("c"), Flow.Line("m")], "a -> s", "a -> c", "s -> m", "c -> m"));

    [Fact]
    public void Fault_in_one_branch_lets_what_was_queued_run_and_no_more() => Prints("a,b,b2,b3",
        Parallel("p", Flow.Sequence("s1", Flow.Line("a"), Flow.Fault("f"), Flow.Line("n")), Flow.Sequence("s2", Flow.Line("b"), Flow.Line("b2"), Flow.Line("b3"))), InstanceSubStatus.Faulted);

    private static void Prints(string lines, JsonObject root, InstanceSubStatus end = InstanceSubStatus.Finished)
    {
        var result = WorkflowSimulator.Run([Flow.Define(root)], new SimulationOptions { FlowMode = FlowMode.Counter });

        Assert.Equal((lines, end), (string.Join(',', result.Lines), result.SubStatus));
    }

    private static JsonObject Parallel(string id, params JsonObject[] activities) => new() { ["id"] = id, ["type"] = "Elsa.Parallel", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) };

    private static JsonObject Each(string id, string items, JsonObject body) => Flow.Activity(id, "Elsa.ForEach", ("items", Flow.Js(items)), ("body", body));
}
