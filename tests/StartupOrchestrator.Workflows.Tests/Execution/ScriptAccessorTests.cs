using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

public sealed class ScriptAccessorTests
{
    private static string Run(params JsonObject[] activities) => string.Join(",", WorkflowSimulator.Run([Define(Sequence("s", activities))]).Lines);

    [Fact]
    public void Assignments_of_a_script_are_seen_by_later_activities()
    {
        var script = Activity("calc", "Elsa.RunJavaScript", ("script", Literal("setN(5); variables.S = 'm'; setVariable('Dyn', 'd1'); return {a: 1};")));
        script["name"] = "Calc";

        Assert.Equal("5 m 5 d1 1 1 1", Run(script, Script("w",
            "`${getN()} ${getS()} ${variables.N} ${getVariable('Dyn')} ${getOutputFrom('Calc').a} ${getResultFromCalc().a} ${getLastResult().a}`")));
    }

    [Fact]
    public void Mutation_of_an_object_variable_persists() =>
        Assert.Equal("""{"list":[1,2]}""", string.Join(",", WorkflowSimulator.Run([Define(Sequence("s",
            Set("o", "({list: [1]})", "v-o"),
            Activity("p", "Elsa.RunJavaScript", ("script", Js("variables.O.list.push(2)"))),
            Script("w", "JSON.stringify(getO())")))]).Lines));

    [Fact]
    public void Script_chooses_outcomes()
    {
        var script = Activity("r", "Elsa.RunJavaScript", ("script", Literal("setOutcome('Go')")));

        Assert.Equal("g", string.Join(",", WorkflowSimulator.Run([Chart([script, Line("g"), Line("d")], "r:Go -> g", "r -> d")]).Lines));
    }

    [Fact]
    public void Inputs_and_instance_are_in_reach()
    {
        var definition = Define(Sequence("s", Script("w", "`${getInput('Site')} ${getSite()} ${getWorkflowDefinitionId()} ${getWorkflowInstanceId()}`")),
            d => d["inputs"] = new JsonArray(new JsonObject { ["name"] = "Site", ["type"] = "String" }));

        Assert.Equal("12 12 test i1", new Steps(definition).Start(("Site", "12")).Printed);
    }

    [Fact]
    public void Wrong_script_faults_with_its_place()
    {
        var result = WorkflowSimulator.Run([Define(Sequence("s", Script("w", "missing.x")))]);

        Assert.Equal(InstanceSubStatus.Faulted, result.SubStatus);
        Assert.Contains("Failed to evaluate activity input 'text' (line 1, column 1)", result.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Variable_input_and_object_expressions_give_their_values()
    {
        var definition = Define(Sequence("s",
                Activity("a", "Elsa.WriteLine", ("text", Input("Variable", new JsonObject { ["id"] = "v-s", ["name"] = "S", ["typeName"] = "String" }))),
                Activity("b", "Elsa.WriteLine", ("text", Input("Input", new JsonObject { ["name"] = "X" }))),
                Activity("c", "Elsa.WriteLine", ("text", Input("Liquid", "{{ Variables.S }}/{{ Input.X }}"))),
                Activity("d", "Elsa.ForEach", ("items", Input("Object", "[\"k\"]")), ("body", Script("e", "getCurrentValue()")))),
            d => d["inputs"] = new JsonArray(new JsonObject { ["name"] = "X", ["type"] = "String" }));

        Assert.Equal("q,y,q/y,k", new Steps(definition).Start(("X", "y")).Printed);
    }

    [Fact]
    public void Values_that_are_no_text_are_printed_as_the_original_does() =>
        Assert.Equal("True,1.5,{\"a\":[1]}", Run(Script("a", "true"), Script("b", "1.5"), Script("c", "({a: [1]})")));

    [Fact]
    public void Letters_and_large_numbers_are_printed_as_the_original_does() =>
        Assert.Equal("[\"ą<é\"]".Replace("<", "\\u003C", StringComparison.Ordinal) + " 1E+21 1e+21 -0", string.Join(' ', WorkflowSimulator.Run([Define(Sequence("s",
            Script("a", "['ą<é']"), Script("b", "1e21"), Script("c", "String(1e21)"), Script("d", "-0")))]).Lines));

    [Theory]
    [InlineData("let a = 1;\nmissing.x", "The script failed (line 2, column 1)"), InlineData("1 +", "The script failed (line 1, column 4)"), InlineData("getOutputFrom('nobody')", "The script failed (line 1, column 14)")]
    [InlineData("getVariable()", "The script failed (line 1, column 12)"), InlineData("[1].map(x => {\n  throw 'no'\n})", "The script failed (line 2, column 3)"), InlineData("setN(3e9)", "The script failed (line 1, column 5)")]
    public void Script_of_an_activity_that_fails_says_where(string script, string words)
    {
        var result = WorkflowSimulator.Run([Define(Sequence("s", Activity("r", "Elsa.RunJavaScript", ("script", Literal(script)))))]);

        Assert.Equal(InstanceSubStatus.Faulted, result.SubStatus);
        Assert.Contains(words, result.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("getOutputFrom('nobody')", "Activity 'nobody' not found."), InlineData("getVariable()", "A name is missing."), InlineData("setVariable()", "A name is missing.")]
    public void Script_can_catch_what_an_accessor_refuses(string call, string words) => Assert.Equal(words, Run(Script("w", $"(() => {{ try {{ {call} }} catch (e) {{ return e.message }} }})()")));

    [Fact]
    public void Script_chooses_several_outcomes_the_last_choice_counts_and_one_that_is_not_followed_ends_the_way()
    {
        JsonObject Chooses(string call) => Activity("r", "Elsa.RunJavaScript", ("script", Literal(call)));
        string Went(string call) => string.Join(",", WorkflowSimulator.Run([Chart([Chooses(call), Line("a"), Line("b"), Line("d")], "r:A -> a", "r:B -> b", "r -> d")]).Lines);

        Assert.Equal(["a,b", "b", "a", "d", ""], new[] { "setOutcomes(['A', 'B'])", "setOutcome('A'); setOutcome('B')", "setOutcomes('A')", "1", "setOutcome('C')" }.Select(Went));
    }

    [Fact]
    public void Script_reads_and_names_the_instance()
    {
        var steps = new Steps(Define(Sequence("s",
            Activity("r", "Elsa.RunJavaScript", ("script", Literal("setCorrelationId('c' + 1); setWorkflowInstanceName('n')"))),
            Script("w", "[getCorrelationId(), getWorkflowInstanceName(), getWorkflowDefinitionVersionId(), getWorkflowDefinitionVersion()].join()"),
            Activity("q", "Elsa.RunJavaScript", ("script", Literal("setCorrelationId(null); setWorkflowInstanceName()"))),
            Script("v", "[getCorrelationId(), getWorkflowInstanceName()].map(x => x === null).join()")))).Start();

        Assert.Equal("c1,n,test-v1,1,true,true", steps.Printed);
        Assert.Equal((null, null), (steps.State.CorrelationId, steps.State.Name));
    }

    [Fact]
    public void New_ids_differ_within_a_step_and_are_the_same_when_the_step_is_repeated()
    {
        var definition = Define(Sequence("s", Script("w", "[newGuid(), newGuid(), newGuidString(), newShortGuid()].join(' ')"), Script("v", "newGuid()")));
        var ids = new Steps(definition).Start().Printed.Split(' ', ',');

        Assert.Equal(5, ids.Distinct().Count());
        Assert.All((string[])[.. ids[..3], ids[4]], id => Assert.True(Guid.TryParse(id, out _)));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", ids[3]);
        Assert.Equal(ids, new Steps(definition).Start().Printed.Split(' ', ','));
        Assert.NotEqual(ids, new Steps(definition) { State = InstanceState.New("i2") }.Start().Printed.Split(' ', ','));
    }

    [Fact]
    public void Output_is_read_by_the_name_of_its_activity_even_where_names_hold_the_word_From()
    {
        var (calc, other) = (Activity("a1", "Elsa.RunJavaScript", ("script", Js("({a: 1})"))), Activity("a2", "Elsa.RunJavaScript", ("script", Js("2"))));
        (calc["name"], other["name"]) = ("Calc", "FromFar");

        Assert.Equal("1 2 1 1 true", Run(calc, other, Script("w", "`${getResultFromCalc().a} ${getResultFromFromFar()} ${getOutputFrom('a1').a} ${getOutputFrom('Calc', 'Result').a} ${getOutputFrom('Calc', 'Other') === null}`")));
        Assert.Equal("not there", Run(Line("x", ""), Script("w", "typeof getResultFromNobody === 'undefined' ? 'not there' : 'there'")));
    }

    [Fact]
    public void Input_is_read_by_its_own_spelling_or_with_a_capital()
    {
        var definition = Define(Sequence("s", Script("w", "`${getSiteName()} ${getInput('siteName')}`")), d => d["inputs"] = new JsonArray(new JsonObject { ["name"] = "other", ["type"] = "String" }, new JsonObject { ["name"] = "siteName", ["type"] = "String" }));

        Assert.Equal("x x", new Steps(definition).Start(("siteName", "x"), ("other", "y")).Printed);
    }
}
