using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

public sealed class FlowchartTests
{
    private static string Run(FlowMode mode, JsonObject[] activities, params string[] connections)
    {
        var result = WorkflowSimulator.Run([Chart(activities, connections)], new SimulationOptions { FlowMode = mode });
        return string.Join(",", result.Lines) + (result.SubStatus == InstanceSubStatus.Finished ? "" : $" {result.SubStatus}");
    }

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Diamond_after_a_decision_goes_on_after_the_taken_side(FlowMode mode) =>
        Assert.Equal("a,t,c", Run(mode, [Line("a"), Decision("d", "true"), Line("t"), Line("f"), Line("c")], "a -> d", "d:True -> t", "d:False -> f", "t -> c", "f -> c"));

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Join_for_any_fires_once_beside_a_branch_that_waits(FlowMode mode) =>
        Assert.Equal("s,x,c", Run(mode, [Line("s"), Line("x"), Event("e"), Join("j", "WaitAny"), Line("c")], "s -> x", "s -> e", "x -> j", "e -> j", "j -> c"));

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Join_for_any_goes_on_though_it_cancels_the_last_other_branch(FlowMode mode)
    {
        var chart = Chart([Line("s"), Event("e1"), Event("e2"), Join("j", "WaitAny"), Line("c"), Line("d")], "s -> e1", "s -> e2", "e1 -> j", "e2 -> j", "j -> c", "c -> d");
        var steps = new Steps(chart, new StepContext(Steps.Noon) { FlowMode = mode }).Start();

        steps.Resume("e1");

        Assert.Equal(("s,c,d", InstanceSubStatus.Finished), (steps.Printed, steps.State.SubStatus));
    }

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Join_for_any_in_a_loop_takes_whichever_comes_first_each_time(FlowMode mode)
    {
        var chart = Chart([Line("s"), Event("e1"), Event("e2"), Join("j", "WaitAny"), Set("n", "getN() + 1"), Decision("d", "getN() < 2"), Line("z")],
            "s -> e1", "s -> e2", "e1 -> j", "e2 -> j", "j -> n", "n -> d", "d:True -> s", "d:False -> z");
        var steps = new Steps(chart, new StepContext(Steps.Noon) { FlowMode = mode }).Start();

        steps.Resume("e1").Resume("e2");

        Assert.Equal(("s,s,z", InstanceSubStatus.Finished), (steps.Printed, steps.State.SubStatus));
    }

    [Theory]
    [InlineData("x -> j", "e -> j")]
    [InlineData("e -> j", "x -> j")]
    public void Race_beside_a_branch_that_waits_goes_on_behind_the_join_before_the_flowchart_ends(string first, string second)
    {
        JsonObject[] Around(JsonObject join) => [Line("s"), Event("e"), Line("x"), join, Line("c"), Line("d")];
        string[] connections = ["s -> e", "s -> x", first, second, "j -> c", "c -> d"];

        foreach (var (join, between) in ((JsonObject, string)[])[(Join("j", "WaitAny"), ""), (Line("j").With("mergeMode", "Race"), "j,"), (Event("j").With("mergeMode", "Race"), "")])
        {
            var nested = Define(Sequence("all", Flowchart("flow", Around(join), connections), Line("end")));

            Assert.Equal($"s,x,{between}c,d,end", string.Join(",", WorkflowSimulator.Run([nested], new SimulationOptions { FlowMode = FlowMode.Token }).Lines));
        }
    }

    [Fact]
    public void Race_that_leaves_nothing_else_running_leaves_no_token_waiting_either() =>
        Assert.Equal("s,x,c", Run(FlowMode.Token, [Line("s"), Event("e"), Line("x"), Line("both"), Join("j", "WaitAny"), Line("c")], "s -> e", "s -> x", "x -> both", "e -> both", "x -> j", "e -> j", "j -> c"));

    [Fact]
    public void What_follows_from_a_branch_that_a_join_cancels_after_the_End_still_runs() =>
        Assert.Equal("s,a,c", Run(FlowMode.Counter, [Line("s"), Line("a"), Activity("end", "Elsa.End"), Event("e"), Join("j", "WaitAny"), Line("c")],
            "s -> a", "s -> end", "a -> e", "a -> j", "e:True -> j", "e -> c", "s -> c"));

    [Fact]
    public void Late_arrival_at_a_race_cancels_what_has_begun_on_the_way_to_it() =>
        Assert.Equal("s,x,c", Run(FlowMode.Token, [Line("s"), Sequence("q", Line("i")), Line("x"), Join("j", "WaitAny"), Line("c"), Line("k")],
            "s -> q", "s -> x", "s -> j", "x -> j", "x -> c", "q -> c", "q -> k", "k:True -> x"));

    [Fact]
    public void Join_for_any_says_in_the_journal_which_arrival_it_ignored()
    {
        var result = WorkflowSimulator.Run([Chart([Line("s"), Line("x"), Event("e"), Join("j", "WaitAny"), Line("c")], "s -> x", "s -> e", "x -> j", "e -> j", "j -> c")]);

        var ignored = Assert.Single(result.Facts, f => f.Kind == FactKinds.JoinArrivalIgnored);
        Assert.Equal(("j", "e"), ((string?)ignored.Data!["join"], (string?)ignored.Data!["from"]));
    }

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Join_for_all_waits_for_the_branch_that_waits(FlowMode mode) =>
        Assert.Equal("s,x,c", Run(mode, [Line("s"), Line("x"), Event("e"), Join("j", "WaitAll"), Line("c")], "s -> x", "s -> e", "x -> j", "e -> j", "j -> c"));

    [Theory]
    [InlineData(FlowMode.Counter, "WaitAllActive", "s,x,c")]
    [InlineData(FlowMode.Counter, "WaitAll", "s,x")]
    [InlineData(FlowMode.Token, "WaitAllActive", "s,x Suspended")]
    [InlineData(FlowMode.Token, "WaitAll", "s,x Suspended")]
    public void Join_beside_a_branch_that_is_not_taken(FlowMode mode, string join, string expected) =>
        Assert.Equal(expected, Run(mode, [Line("s"), Line("x"), Decision("d", "false"), Line("y"), Join("j", join), Line("c")], "s -> x", "s -> d", "d:True -> y", "x -> j", "y -> j", "j -> c"));

    [Fact]
    public void Token_join_that_can_never_be_met_is_a_blocked_step_that_names_what_is_missing()
    {
        var chart = Chart([Line("s"), Line("x"), Decision("d", "false"), Line("y"), Join("j", "WaitAll"), Line("c")], "s -> x", "s -> d", "d:True -> y", "x -> j", "y -> j", "j -> c");

        var result = WorkflowSimulator.Run([chart], new SimulationOptions { FlowMode = FlowMode.Token });

        var blocked = Assert.Single(result.Blocked);
        Assert.Equal(BlockCause.WaitsForNothing, blocked.Cause);
        Assert.Contains("'j' waits for 'y' (Done)", blocked.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Loop_over_a_decision_runs_until_its_condition_ends(FlowMode mode) =>
        Assert.Equal("a0,a1,a2,z", Run(mode, [Script("a", "`a${getN()}`"), Set("n", "getN() + 1"), Decision("d", "getN() < 3"), Line("z")], "a -> n", "n -> d", "d:True -> a", "d:False -> z"));

    [Fact]
    public void Loop_into_one_side_of_a_parallel_section_faults_in_counter_mode() =>
        Assert.Equal("a,x,y Faulted", Run(FlowMode.Counter, [Line("a"), Line("x"), Line("y"), Set("n", "getN() + 1"), Decision("d", "getN() < 2"), Line("z")], "a -> x", "a -> y", "x -> n", "y -> n", "n -> d", "d:True -> x", "d:False -> z"));

    [Theory]
    [InlineData("MatchFirst", "a")]
    [InlineData("MatchAny", "a,b")]
    public void Switch_follows_the_matching_cases(string mode, string expected)
    {
        var cases = new JsonArray(Case("A", "true"), Case("B", "1 < 2"), Case("C", "false"));
        var flow = Activity("w", "Elsa.FlowSwitch", ("cases", cases), ("mode", Literal(mode)));

        Assert.Equal(expected, Run(FlowMode.Counter, [flow, Line("a"), Line("b"), Line("c"), Line("d")], "w:A -> a", "w:B -> b", "w:C -> c", "w:Default -> d"));
    }

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Finish_ends_the_instance_beside_a_branch_that_waits(FlowMode mode) =>
        Assert.Equal("s,x", Run(mode, [Line("s"), Event("e"), Line("x"), Activity("f", "Elsa.Finish"), Line("n")], "s -> e", "s -> x", "x -> f", "e -> n"));

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Fault_ends_the_instance_after_what_was_queued(FlowMode mode) =>
        Assert.Equal("s,y,y2 Faulted", Run(mode, [Line("s"), Fault("f"), Line("n"), Line("y"), Line("y2")], "s -> f", "s -> y", "f -> n", "y -> y2"));

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Outcome_without_a_connection_ends_its_path(FlowMode mode) =>
        Assert.Equal("a", Run(mode, [Line("a"), Decision("d", "false"), Line("t")], "a -> d", "d:True -> t"));

    [Fact]
    public void Only_one_of_several_roots_runs() =>
        Assert.Equal("a", Run(FlowMode.Counter, [Line("a"), Line("b")]));

    [Theory]
    [InlineData("Stream", "a,b,c,d")]
    [InlineData("Merge", "a,b,c,d")]
    [InlineData("Cascade", "a,b,c,d")]
    [InlineData("Race", "a,b,c,d")]
    [InlineData("Converge", "a,b,c,d")]
    public void Merge_mode_on_an_activity_selects_tokens(string merge, string expected)
    {
        var chart = Chart([Line("a"), Line("b"), Line("c"), Line("d").With("mergeMode", merge)], "a -> b", "a -> c", "b -> d", "c -> d");

        Assert.Equal(expected, string.Join(",", WorkflowSimulator.Run([chart]).Lines));
    }

    private static JsonObject Case(string label, string condition) =>
        new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = condition } };
}
