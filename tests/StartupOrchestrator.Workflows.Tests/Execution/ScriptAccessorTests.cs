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
}
