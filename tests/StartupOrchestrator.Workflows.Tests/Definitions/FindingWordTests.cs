using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Definitions;

/// <summary>The findings word by word, as people read them beside the activity.</summary>
public sealed class FindingWordTests
{
    [Fact]
    public void Drawing_that_cannot_work_is_told_in_words() => Assert.Equal(
        [
            "warning unreachable at root.activities[1] (b): Nothing leads here from the start 'First'; it never runs.",
            "warning unknown-port at root.activities[2] (d): A connection to 'j' leaves by 'Maybe', which this activity never takes; it has 'True', 'False'.",
            "warning unknown-port at root.activities[3] (f): A connection to 'j' leaves by 'C', which this activity never takes; it has 'A', 'B'.",
            "warning unknown-port at root.activities[4] (s): A connection to 'j' leaves by 'C', which this activity never takes; it has 'A', 'Default'.",
        ],
        Find(
            [
                Named(Line("a"), "First"), Line("b"), Decision("d", "true"), Activity("f", "Elsa.FlowFork", ("branches", Input("Object", "[\"A\",\"B\"]", "ICollection<String>"))),
                Activity("s", "Elsa.FlowSwitch", ("cases", new JsonArray(new JsonObject { ["label"] = "A", ["condition"] = Js("true") }))), Join("j", "WaitAny"),
            ],
            "a -> d", "d:True -> f", "d:False -> s", "d:Maybe -> j", "f:A -> j", "f:B -> j", "f:C -> j", "s:A -> j", "s:Default -> j", "s:C -> j").Where(t => !t.Contains("invalid-loop", StringComparison.Ordinal)));

    [Fact]
    public void Loop_into_a_parallel_section_is_told_at_its_source() => Assert.Contains(
        "error invalid-loop at root.activities[4] (e): The connection back to 'b' enters a parallel section from outside: every path from here back to the start must go through it. Lead it to where the section begins.",
        Find([Line("a"), Line("b"), Line("c"), Join("d", "WaitAll"), Line("e")], "a -> b", "a -> c", "b -> d", "c -> d", "d -> e", "e -> b"));

    [Theory]
    [InlineData("{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'Variable','value':{'id':'v-x','name':'Gone'}}}}", "warning unknown-variable at root.activities[0].text (x): Input 'text' reads the variable 'Gone', which is not in sight; it is empty then.")]
    [InlineData("{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'Variable','value':{'id':'v-x','name':'CurrentIndex'}}}}", "")]
    [InlineData("{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'Variable','value':{'id':'v-x','name':'ChildInstanceId'}}}}", "")]
    [InlineData("{'type':'Elsa.SetVariable','variable':{'id':'v-x','name':'Gone'},'value':{'typeName':'Object','expression':{'type':'Literal','value':'1'}}}", "error unknown-variable at root.activities[0].variable (x): The variable 'Gone' is not in sight here; setting it must fail.")]
    [InlineData("{'type':'Elsa.SetVariable','variable':{'id':'v-x'}}", "error unknown-variable at root.activities[0].variable (x): The variable 'v-x' is not in sight here; setting it must fail.")]
    [InlineData("{'type':'Elsa.SetVariable'}", "error missing-input at root.activities[0].variable (x): Input 'variable' is required and not given.")]
    [InlineData("{'type':'Startup.WaitBusinessDays','days':{'typeName':'Int32','expression':{'type':'Literal','value':'many'}}}", "error bad-value at root.activities[0].days (x): The value of input 'days' is not of type Int32.")]
    [InlineData("{'type':'Startup.AwaitMilestone','code':{'typeName':'String','expression':{'type':'Literal','value':' '}}}", "error missing-input at root.activities[0].code (x): Input 'Milestone' is required and not given.")]
    [InlineData("{'type':'Startup.AwaitStatus','statuses':{'typeName':'ICollection<String>','expression':{'type':'Object','value':'[]'}}}", "error missing-input at root.activities[0].statuses (x): Input 'One of' is required and not given.")]
    [InlineData("{'type':'Elsa.FlowJoin','mode':{'typeName':'String','expression':{'type':'Literal','value':'WaitSome'}}}", "warning unknown-option at root.activities[0].mode (x): 'WaitSome' is not one of the choices of input 'mode': WaitAll, WaitAllActive, WaitAny.")]
    [InlineData("{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'Python','value':'x'}}}", "error unsupported-language at root.activities[0].text (x): Input 'text' is written in Python, which is not supported here. Write it in JavaScript.")]
    [InlineData("{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'Liquid','value':'{% if %}'}}}", "error unsupported-language at root.activities[0].text (x): Input 'text' uses Liquid tags; only places as {{ Variables.Name }} are supported here.")]
    [InlineData("{'type':'Elsa.BulkDispatchWorkflows','workflowDefinitionId':{'typeName':'String','expression':{'type':'Literal','value':'c'}},'input':{'typeName':'ObjectDictionary','expression':{'type':'Object','value':'{a'}}}", "error bad-json at root.activities[0].input (x): Input 'input' is not JSON.")]
    [InlineData("{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'JavaScript','value':'1 +'}}}", "error bad-script at root.activities[0].text (x): The script of 'text' cannot be read (line 1, column 4): A value is missing; the script ends.")]
    [InlineData("{'type':'Elsa.Cron','cronExpression':{'typeName':'String','expression':{'type':'Literal','value':'* *'}}}", "error bad-cron at root.activities[0].cronExpression (x): The cron expression '* *' cannot be read: it has 2 fields; six are needed (second minute hour day month weekday), or five without seconds.")]
    [InlineData("{'type':'Elsa.WriteLine','customProperties':{'canStartWorkflow':true}}", "warning no-trigger at root.activities[0] (x): 'Elsa.WriteLine' is marked as able to start the workflow, but it is no trigger.")]
    [InlineData("{'type':'Elsa.WriteLine','customProperties':{'compensateWith':'gone'}}", "error unknown-undo at root.activities[0] (x): The activity 'gone', which is to undo this one, is not in the same container.")]
    [InlineData("{'type':'My.Own'}", "error unknown-activity at root.activities[0] (x): Activity type 'My.Own' is not known here. Replace it, or publish the workflow that it stands for.")]
    [InlineData("{'type':'Elsa.Event','eventName':{'typeName':'String','expression':{'type':'Literal','value':'e'}},'result':{'typeName':'Object','memoryReference':{'id':'nowhere'}}}", "warning unbound-output at root.activities[0] (x): Output 'result' goes to 'nowhere', which is neither a variable in sight nor an output of the workflow; it becomes an output of the instance.")]
    public void Activity_that_cannot_work_is_told_in_words(string activity, string words)
    {
        var json = (JsonObject)JsonNode.Parse(activity.Replace('\'', '"'))!;
        json["id"] = "x";

        Assert.Equal(words, string.Join(" / ", Find([json]).Distinct()));
    }

    [Fact]
    public void Join_that_waits_for_both_ways_of_a_decision_names_the_decision() => Assert.Equal(
        ["warning impossible-join at root.activities[1] (j): It waits for both ways of the decision 'Ready?', of which only one is ever taken; what follows is skipped. Use WaitAllActive."],
        Find([Named(Decision("d", "true"), "Ready?"), Join("j", "WaitAll")], "d:True -> j", "d:False -> j"));

    [Fact]
    public void Two_connections_of_one_activity_that_is_no_decision_can_both_come() => Assert.Empty(Find([Activity("f", "Elsa.FlowFork", ("branches", Input("Object", "[\"A\",\"B\"]", "ICollection<String>"))), Decision("d", "true"), Join("j", "WaitAll")], "f:A -> j", "f:B -> j", "f:B -> d", "d:True -> j"));

    [Theory]
    [InlineData("[{'id':'a'}]", 1), InlineData("{'$values':[{'id':'a'},{'id':'b'}]}", 2), InlineData("{'_type':'Object[]','items':[{'id':'a'}]}", 1), InlineData("{'$id':'1','$values':[{'id':'a'}]}", 1), InlineData("{'_type':'Object[]','values':[{'id':'a'},{'id':'b'},{'id':'c'}]}", 3)]
    public void List_of_activities_may_stand_in_a_wrapper(string list, int count)
    {
        var flow = Flowchart("flow", []);
        flow["activities"] = JsonNode.Parse(list.Replace("{'id':", "{'type':'Elsa.WriteLine','id':", StringComparison.Ordinal).Replace('\'', '"'));

        Assert.Equal(count, Define(flow).Activities().Count(a => a.Type == "Elsa.WriteLine"));
    }

    [Theory]
    [InlineData("{'Source':'a','Target':'b','SourcePort':'Yes','TargetPort':'Here','Vertices':[]}"), InlineData("{'source':{'Activity':'a','Port':'Yes'},'target':{'Activity':'b','Port':'Here'}}"), InlineData("{'source':{'activity':'a'},'target':{'activity':'b'},'sourcePort':'Yes','targetPort':'Here'}")]
    public void Connection_is_written_in_one_spelling_whatever_it_was_read_in(string connection)
    {
        var chart = Flowchart("flow", [Line("a"), Line("b")]);
        chart["connections"] = new JsonArray(JsonNode.Parse(connection.Replace('\'', '"')));

        Assert.Equal("""{"source":{"activity":"a","port":"Yes"},"target":{"activity":"b","port":"Here"}}""", Sorted((JsonObject)Define(chart).ToJson()["root"]!["connections"]![0]!));
    }

    [Theory]
    [InlineData("P1DT1H", 90_000), InlineData("-P1D", 0), InlineData("PT30S", 30), InlineData("1.01:00:00", 90_000), InlineData("00:00:30", 30), InlineData("90", 90 * 86_400)]
    public void Length_of_time_may_be_written_in_either_way(string text, long seconds)
    {
        var steps = new Steps(Define(Sequence("s", Activity("d", "Elsa.Delay", ("timeSpan", Literal(text, "TimeSpan")))))).Start();

        Assert.Equal(Steps.Noon + NodaTime.Duration.FromSeconds(seconds), steps.Effects.OfType<StartupOrchestrator.Workflows.Execution.StartTimer>().Single().DueInstant);
    }

    [Theory]
    [InlineData("token", true), InlineData("Token", true), InlineData("tokenBased", true), InlineData("counter", false), InlineData(null, false)]
    public void Flowchart_may_ask_for_tokens(string? mode, bool tokens)
    {
        var chart = Flowchart("flow", [Line("s"), Line("x"), Decision("d", "false"), Line("y"), Join("j", "WaitAll"), Line("c")], "s -> x", "s -> d", "d:True -> y", "x -> j", "y -> j", "j -> c");
        chart["customProperties"] = mode is null ? [] : new JsonObject { ["flowMode"] = mode };

        Assert.Equal(tokens, new Steps(Define(chart)).Start().State.Activities.Any(a => a.Tokens is not null));
    }

    [Fact]
    public void Wait_that_comes_goes_on_with_what_is_behind_it()
    {
        foreach (var (type, input, value) in new[] { ("Elsa.StartAt", "dateTime", "2026-03-12T13:00:00Z"), ("Elsa.Delay", "timeSpan", "01:00:00"), ("Elsa.Timer", "interval", "01:00:00"), ("Elsa.Cron", "cronExpression", "0 0 13 * * *"), ("Elsa.HttpEndpoint", "path", "x"), ("Elsa.Event", "eventName", "x"), ("Elsa.RunTask", "taskName", "x") })
            Assert.Equal("after", new Steps(Define(Sequence("s", Activity("w", type, (input, Literal(value))), Line("after")))).Start().Resume("w").Printed);
    }

    private static IEnumerable<string> Find(JsonObject[] activities, params string[] connections) => DefinitionValidator.Validate(Chart(activities, connections)).Select(p => p.ToString());

    private static JsonObject Named(JsonObject activity, string name)
    {
        activity["metadata"] = new JsonObject { ["displayText"] = name };
        return activity;
    }

    private static string Sorted(JsonObject connection) => new JsonObject { ["source"] = connection["source"]!.DeepClone(), ["target"] = connection["target"]!.DeepClone() } is var ends && connection.All(m => m.Key is "source" or "target" or "vertices") ? ends.ToJsonString() : connection.ToJsonString();
}
