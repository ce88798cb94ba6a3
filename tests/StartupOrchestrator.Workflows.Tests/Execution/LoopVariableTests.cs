using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

/// <summary>Where the value of a loop's turn is kept and who sees it, as the original was seen to do.</summary>
public sealed class LoopVariableTests
{
    private static JsonObject Show(string id) => Script(id, $"`{id}:${{getCurrentValue()}}`");

    private static JsonObject Each(string id, string items, JsonObject body) => Activity(id, "Elsa.ForEach", ("items", Js(items)), ("body", body));

    private static JsonObject Par(string id, string items, JsonObject body) => Activity(id, "Elsa.ParallelForEach", ("items", Js(items)), ("body", body));

    private static JsonObject If(string id, JsonObject then) => Activity(id, "Elsa.If", ("condition", Js("true")), ("then", then));

    private static JsonObject Make() => Activity("make", "Elsa.RunJavaScript", ("script", Literal("setVariable('Dyn', 'd')")));

    private static string Run(params JsonObject[] activities)
    {
        var result = WorkflowSimulator.Run([Define(Sequence("seq", activities))]);
        return string.Join(",", result.Lines) + (result.SubStatus == InstanceSubStatus.Finished ? "" : $" {result.SubStatus}");
    }

    [Fact]
    public void Inner_loop_writes_over_the_value_of_the_outer_one() =>
        Assert.Equal("o:1,i:x,i:y,p:y,o:2,i:x,i:y,p:y", Run(Each("l", "[1,2]", Sequence("b", Show("o"), Each("m", "['x','y']", Show("i")), Show("p")))));

    [Fact]
    public void Wait_gives_every_turn_its_own_value_back() =>
        Assert.Equal("o:1,i:x,i:y,p:1,o:2,i:x,i:y,p:2", Run(Each("l", "[1,2]", Sequence("b", Show("o"), Each("m", "['x','y']", Sequence("c", Event("e"), Show("i"))), Show("p")))));

    [Fact]
    public void Turns_of_a_parallel_loop_share_one_value_where_the_body_is_no_container() =>
        Assert.Equal("t:q,t:q", Run(Par("l", "['p','q']", If("i", Sequence("s", Show("t"))))));

    [Fact]
    public void Turns_of_a_parallel_loop_keep_the_shared_value_over_a_wait() =>
        Assert.Equal("t:q,t:q", Run(Par("l", "['p','q']", If("i", Sequence("s", Event("e"), Show("t"))))));

    [Fact]
    public void Loops_side_by_side_share_one_value_where_their_bodies_are_no_containers()
    {
        var fork = new JsonObject { ["id"] = "f", ["type"] = "Elsa.Fork", ["version"] = 1, ["branches"] = new JsonArray(Each("l", "[1,2]", If("i", Show("t"))), Each("m", "['x','y']", If("j", Show("u")))) };

        Assert.Equal("t:x,u:x,t:y,u:y", Run(fork));
    }

    [Fact]
    public void Value_is_out_of_reach_of_its_accessor_after_the_loop() => Assert.Equal("b:1 Faulted", Run(Each("l", "[1]", Show("b")), Show("after")));

    [Fact]
    public void Value_stays_in_reach_of_getVariable_after_the_loop() =>
        Assert.Equal("b:1,b:2,2", Run(Each("l", "[1,2]", Show("b")), Script("after", "getVariable('CurrentValue')")));

    [Fact]
    public void Variable_that_a_script_makes_is_reached_by_its_name_alone()
    {
        Assert.Equal("d", Run(Make(), Script("by-name", "getVariable('Dyn')")));
        Assert.Equal(" Faulted", Run(Make(), Script("by-accessor", "getDyn()")));
    }

    [Fact]
    public void Variable_that_a_script_makes_belongs_to_the_container_around_it() =>
        Assert.Equal("d", Run(If("i", Make()), Script("show", "getVariable('Dyn')")));
}
