using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

/// <summary>What becomes of a value on its way into a variable, as the original was seen to do.</summary>
public sealed class ConversionTests
{
    private static string Shown(JsonObject variable, params JsonObject[] before)
    {
        var show = Script("show", "`${typeof getVariable('V')} ${getVariable('V')}`");
        var definition = Define(Sequence("s", [.. before, show]), d => d["variables"]!.AsArray().Add(variable));
        var result = WorkflowSimulator.Run([definition]);
        return result.SubStatus == InstanceSubStatus.Finished ? string.Join(',', result.Lines) : result.SubStatus.ToString();
    }

    [Theory]
    [InlineData("Object", "[3,1,2]", "string [3,1,2]")]
    [InlineData("Object", "{\"a\":1}", "string {\"a\":1}")]
    [InlineData("JSON", "{\"a\":1}", "object System.Dynamic.ExpandoObject")]
    [InlineData("Int32", "2.7", "number 0")]
    [InlineData("Int32", "99999999999", "object null")]
    [InlineData("Double", "1,5", "number 15")]
    [InlineData("TimeSpan", "bad", "string 00:00:00")]
    [InlineData("Int32[]", "[\"a\"]", "object null")]
    [InlineData("String[]", "[1]", "object null")]
    [InlineData("String", "", "object null")]
    [InlineData("String", " ", "object null")]
    [InlineData("Int32", "many", "number 0")]
    [InlineData("Double", "many", "number 0")]
    [InlineData("Boolean", "maybe", "boolean false")]
    [InlineData("Int32", null, "object null")]
    public void Value_in_the_file_is_read_as_the_type_of_the_variable(string type, string? value, string expected) =>
        Assert.Equal(expected, Shown(Variable("v", "V", type, value)));

    [Theory]
    [InlineData("Object", "'[1,2]'", "string [1,2]")]
    [InlineData("Int32", "true", "number 1")]
    [InlineData("Int32", "2.5", "number 2")]
    [InlineData("Int32", "'text'", "number 0")]
    [InlineData("Int32", "'2.5'", "number 0")]
    [InlineData("Int32", "[1]", "number 0")]
    [InlineData("Int32", "' '", "object null")]
    [InlineData("Boolean", "'yes'", "boolean false")]
    [InlineData("Boolean", "[]", "boolean false")]
    [InlineData("Double", "({})", "number 0")]
    [InlineData("JSON", "[1]", "object null")]
    [InlineData("JSON", "'{bad'", "Faulted")]
    [InlineData("Int32", "3000000000", "Faulted")]
    [InlineData("Int64", "3000000000", "number 3000000000")]
    [InlineData("Int64", "1e21", "Faulted")]
    [InlineData("Int16", "32767", "number 32767")]
    [InlineData("Int16", "32768", "Faulted")]
    [InlineData("Int16", "-32768", "number -32768")]
    [InlineData("Int16", "-32769", "Faulted")]
    [InlineData("Int32", "2147483647", "number 2147483647")]
    [InlineData("Int32", "2147483648", "Faulted")]
    [InlineData("Int32", "-2147483648", "number -2147483648")]
    [InlineData("Int32", "-2147483649", "Faulted")]
    public void Value_of_a_script_becomes_the_type_of_the_variable_or_its_zero_and_faults_when_it_is_too_large_or_broken(string type, string script, string expected) =>
        Assert.Equal(expected, Shown(Variable("v", "V", type, null), Set("set", script, "v")));

    [Fact]
    public void Large_whole_number_stays_exact()
    {
        var show = Activity("show", "Elsa.WriteLine", ("text", Input("Variable", new JsonObject { ["id"] = "v", ["name"] = "V" })));

        var definition = Define(Sequence("s", show), d => d["variables"]!.AsArray().Add(Variable("v", "V", "Int64", "9007199254740993")));

        Assert.Equal(["9007199254740993"], WorkflowSimulator.Run([definition]).Lines);
    }

    [Theory]
    [InlineData("[1,'a']", "1,a")]
    [InlineData("'[1,2]'", "")]
    [InlineData("'text'", "")]
    [InlineData("({a: 1})", "")]
    public void Parallel_loop_runs_over_lists_alone(string items, string expected) =>
        Assert.Equal(expected, string.Join(',', WorkflowSimulator.Run([Define(Activity("f", "Elsa.ParallelForEach", ("items", Js(items)), ("body", Script("b", "getCurrentValue()"))))]).Lines));

    [Theory]
    [InlineData("'ab'", "a,b")]
    [InlineData("'[1,2]'", "1,2")]
    [InlineData("null", "Faulted")]
    [InlineData("5", "Faulted")]
    public void Loop_over_a_text_goes_through_the_list_in_it_or_its_letters(string items, string expected)
    {
        var result = WorkflowSimulator.Run([Define(Activity("f", "Elsa.ForEach", ("items", Js(items)), ("body", Script("b", "getCurrentValue()"))))]);

        Assert.Equal(expected, result.SubStatus == InstanceSubStatus.Finished ? string.Join(',', result.Lines) : result.SubStatus.ToString());
    }

    [Theory]
    [InlineData("'x'", false), InlineData("''", false), InlineData("[true]", false), InlineData("({})", false), InlineData("'TRUE'", true), InlineData("2", true), InlineData("0/0", true)]
    public void Condition_that_is_neither_true_nor_false_counts_as_false_and_no_number_as_true(string script, bool holds) =>
        Assert.Equal([holds ? "T" : "F"], WorkflowSimulator.Run([Define(Activity("i", "Elsa.If", ("condition", Js(script, "Boolean")), ("then", Line("T")), ("else", Line("F"))))]).Lines);

    [Theory]
    [InlineData("[1,2]"), InlineData("{\"a\":1}"), InlineData("5"), InlineData("\"5\"")]
    public void Object_expression_stays_text_where_anything_may_stand(string value)
    {
        var set = Activity("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v", ["name"] = "V" }), ("value", Input("Object", value)));

        Assert.Equal("string " + value, Shown(Variable("v", "V", "Object", null), set));
    }

    [Theory]
    [InlineData("Elsa.FlowSwitch"), InlineData("Elsa.Switch")]
    public void Mode_of_a_switch_that_is_none_fails(string type) =>
        Assert.Contains("there is no mode 'nope'", WorkflowSimulator.Run([Define(Activity("s", type, ("mode", Literal("nope")), ("cases", new JsonArray(new JsonObject { ["label"] = "A", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" } }))))]).Fault, StringComparison.Ordinal);

    [Fact]
    public void Variable_of_an_unknown_type_inside_a_container_may_hold_anything()
    {
        var sequence = Sequence("s", Script("show", "`${typeof getX()} ${getX()}`"));
        sequence["variables"] = new JsonArray(Variable("x", "X", "Acme.Site", "5"));

        Assert.Equal(["string 5"], WorkflowSimulator.Run([Define(sequence)]).Lines);
    }

    [Fact]
    public void Activity_of_this_product_refuses_a_value_of_another_type()
    {
        var result = WorkflowSimulator.Run([Define(Activity("w", "Startup.WaitBusinessDays", ("days", Js("'soon'"))))]);

        Assert.Contains("its value is not of type Int32", result.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Journal_says_which_variable_got_the_zero_of_its_type()
    {
        var set = WorkflowSimulator.Run([Define(Set("set", "'many'"))]).Facts.Single(f => f.Kind == FactKinds.VariableSet);

        Assert.Equal("""{"name":"N","notOfType":"Int32"}""", set.Data!.ToJsonString());
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("[1, 2]", "[1, 2]")]
    public void Object_expression_where_a_text_is_asked_for_is_its_text(string value, string expected) =>
        Assert.Equal([expected], WorkflowSimulator.Run([Define(Activity("w", "Elsa.WriteLine", ("text", Input("Object", value))))]).Lines);
}
