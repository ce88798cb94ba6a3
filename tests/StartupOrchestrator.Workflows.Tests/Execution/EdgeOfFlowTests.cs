using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Simulation;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

/// <summary>Containers with nothing in them, and ways that lead nowhere.</summary>
public sealed class EdgeOfFlowTests
{
    [Theory]
    [InlineData("Elsa.Flowchart"), InlineData("Elsa.Sequence"), InlineData("Elsa.Parallel"), InlineData("Elsa.FlowNode"), InlineData("Elsa.Fork"), InlineData("Elsa.If"), InlineData("Elsa.Switch"), InlineData("Elsa.StateMachine"), InlineData("Elsa.RunJavaScript"), InlineData("Elsa.FlowJoin"), InlineData("Elsa.WriteLine")]
    public void Container_without_content_is_done_at_once(string type) => Assert.Equal("after Finished", Run(Activity("x", type), Line("after")));

    [Theory]
    [InlineData("['A','B']", "a,b"), InlineData("[]", ""), InlineData(null, "d")]
    public void Fork_of_a_flowchart_goes_the_branches_it_names(string? branches, string lines)
    {
        var fork = branches is null ? Activity("f", "Elsa.FlowFork") : Activity("f", "Elsa.FlowFork", ("branches", Js(branches)));
        Assert.Equal(lines, Lines([fork, Line("a"), Line("b"), Line("d")], "f:A -> a", "f:B -> b", "f -> d"));
    }

    [Theory]
    [InlineData("MatchFirst", "true", "a"), InlineData("MatchAny", "true", "a,b"), InlineData("1", "true", "a,b"), InlineData("0", "true", "a"), InlineData("MatchFirst", "false", "other")]
    public void Switch_of_a_flowchart_goes_the_first_case_or_all_or_the_default(string mode, string when, string lines)
    {
        JsonObject Case(string label) => new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = when } };
        var choice = Activity("s", "Elsa.FlowSwitch", ("cases", new JsonArray(Case("A"), Case("B"))), ("mode", Literal(mode)));
        Assert.Equal(lines, Lines([choice, Line("a"), Line("b"), Line("other")], "s:A -> a", "s:B -> b", "s:Default -> other"));
    }

    [Theory]
    [InlineData("MatchFirst", "a"), InlineData("MatchAny", "a,b"), InlineData("1", "a,b")]
    public void Switch_runs_one_match_or_all_of_them(string mode, string lines)
    {
        JsonObject Case(string label) => new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" }, ["activity"] = Line(label) };
        Assert.Equal(lines + ",after Finished", Run(Activity("s", "Elsa.Switch", ("cases", new JsonArray(Case("a"), Case("b"))), ("mode", Literal(mode))), Line("after")));
        Assert.Equal("after Finished", Run(Activity("s", "Elsa.Switch", ("cases", new JsonArray(new JsonObject { ["label"] = "a", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" } }))), Line("after")));
    }

    [Fact]
    public void Container_of_a_flowchart_runs_what_is_in_it() => Assert.Equal("in,after Finished", Run(Activity("x", "Elsa.FlowNode", ("body", Line("in"))), Line("after")));

    [Theory]
    [InlineData(3, 1, -1, false, "3,2"), InlineData(3, 1, -1, true, "3,2,1"), InlineData(1, 1, 1, true, "1"), InlineData(1, 1, 1, false, ""), InlineData(1, 1, -1, false, ""), InlineData(1, 1, -1, true, "1"), InlineData(1, 5, 2, true, "1,3,5"), InlineData(1, 5, 2, false, "1,3"), InlineData(5, 1, 1, true, ""), InlineData(1, 5, -1, true, "")]
    public void Counting_loop_stops_at_its_bound(int from, int to, int by, bool inclusive, string lines) => Assert.Equal((lines + " Finished").Trim(), Run(Activity("f", "Elsa.For",
        ("start", Literal(from, "Int32")), ("end", Literal(to, "Int32")), ("step", Literal(by, "Int32")), ("outerBoundInclusive", Literal(inclusive, "Boolean")), ("body", Script("w", "`${getCurrentValue()}`")))));

    [Theory]
    [InlineData("{'initialState':'gone'}", "after"), InlineData("{}", "after"), InlineData("{'initialState':'open'}", "in,after")]
    [InlineData("{'initialState':'open','transitions':[{'from':'open','to':'gone','trigger':{'id':'t','type':'Elsa.Event','eventName':{'typeName':'String','expression':{'type':'Literal','value':'e'}}}}]}", "in,after")]
    [InlineData("{'initialState':'open','transitions':[{'from':'other','to':'open','trigger':{'id':'t','type':'Elsa.Event','eventName':{'typeName':'String','expression':{'type':'Literal','value':'e'}}}}]}", "in,after")]
    [InlineData("{'initialState':'open','transitions':[{'from':'open','to':'shut'}]}", "in,after")]
    [InlineData("{'initialState':'open','transitions':[{'from':'open','to':'shut','trigger':{'id':'t','type':'Elsa.Event','eventName':{'typeName':'String','expression':{'type':'Literal','value':'e'}}}}]}", "in,after")]
    public void Machine_without_a_way_on_is_done(string members, string lines)
    {
        var machine = Activity("m", "Elsa.StateMachine", ("states", new JsonArray(new JsonObject { ["name"] = "open", ["entry"] = Line("in") }, new JsonObject { ["name"] = "shut" })));
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(members.Replace('\'', '"'))!) machine[name] = value?.DeepClone();

        Assert.Equal(lines + " Finished", Run(machine, Line("after")));
    }

    [Fact]
    public void Complete_ends_the_loops_around_it_too()
    {
        var loop = Activity("l", "Elsa.ForEach", ("items", Js("[1,2]")), ("body", Sequence("b", Script("v", "`${getCurrentValue()}`"), Activity("c", "Elsa.Complete"), Line("never"))));

        Assert.Equal("1 Finished", Run(loop, Line("after")));
    }

    [Theory]
    [InlineData("true", "True"), InlineData("false", "False"), InlineData("1.5", "1.5"), InlineData("'x'", "x"), InlineData("[1,true]", "[1,true]")]
    public void Value_is_printed_as_the_original_prints_it(string script, string text)
    {
        Assert.Equal(text + " Finished", Run(Script("w", script)));
        Assert.Equal(text + " Finished", Run(Set("o", script, "v-o"), Activity("w", "Elsa.WriteLine", ("text", Input("Variable", new JsonObject { ["id"] = "v-o", ["name"] = "O" })))));
    }

    [Theory]
    [InlineData("true", "yes"), InlineData("'true'", "yes"), InlineData("'True'", "yes"), InlineData("1", "yes"), InlineData("0", "no"), InlineData("null", "no")]
    public void Condition_holds_by_its_truth(string value, string went)
    {
        var given = Activity("i", "Elsa.If", ("condition", Input("Variable", new JsonObject { ["id"] = "v-o", ["name"] = "O" })), ("then", Line("yes")), ("else", Line("no")));
        Assert.Equal(went + " Finished", Run(Set("o", value, "v-o"), given));
    }

    private static string Run(params JsonObject[] activities)
    {
        var result = WorkflowSimulator.Run([Define(Sequence("seq", activities))]);
        return $"{string.Join(",", result.Lines)} {result.SubStatus}{result.Fault}".Trim();
    }

    private static string Lines(JsonObject[] activities, params string[] connections) => string.Join(",", WorkflowSimulator.Run([Chart(activities, connections)]).Lines);
}
