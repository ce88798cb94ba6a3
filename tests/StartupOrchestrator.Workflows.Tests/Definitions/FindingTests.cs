using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Definitions;

/// <summary>What the validator finds, in the words that the designer shows at the place.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("Elsa.FlowSwitch", "cases"), InlineData("Elsa.StateMachine", "transitions")]
    public void Script_of_a_case_or_transition_is_read_too(string type, string list)
    {
        var activity = Activity("x", type, (list, new JsonArray(new JsonObject { ["label"] = "A", ["condition"] = Input("JavaScript", "1 +") }, new JsonObject { ["label"] = "B", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "2 +" } })));

        Assert.Equal([$"root.activities[0].{list}[0].condition", $"root.activities[0].{list}[1].condition"], Find([(JsonObject)activity.DeepClone()]).Where(p => p.Code == "bad-script").Select(p => p.Path));
        Assert.Contains("The script of 'condition' cannot be read (line 1, column 4)", Find([(JsonObject)activity.DeepClone()])[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Liquid_tags_are_refused_and_places_are_not()
    {
        Assert.Contains("Liquid tags", Assert.Single(Find([Activity("w", "Elsa.WriteLine", ("text", Input("Liquid", "{% if a %}x{% endif %}")))])).Message, StringComparison.Ordinal);
        Assert.Empty(Find([Activity("w", "Elsa.WriteLine", ("text", Input("Liquid", "{{ Variables.N }}")))]));
        Assert.Contains("Input 'text' is written in Python", Assert.Single(Find([Activity("w", "Elsa.WriteLine", ("text", Input("Python", "x")))])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Join_for_both_ways_of_a_decision_is_never_met()
    {
        var finding = Assert.Single(Find([Line("a"), Decision("d", "true"), Join("j", "WaitAll"), Line("z")], "a -> d", "d:True -> j", "d:False -> j", "j -> z"));

        Assert.Equal(("impossible-join", "j", ProblemSeverity.Warning), (finding.Code, finding.ActivityId, finding.Severity));
        Assert.Contains("both ways of the decision 'd'", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Find([Line("a"), Decision("d", "true"), Join("j", "WaitAllActive"), Line("z")], "a -> d", "d:True -> j", "d:False -> j", "j -> z"));
        Assert.Empty(Find([Line("a"), Line("b"), Join("j", "WaitAll"), Line("z")], "a -> b", "a -> j", "b -> j", "j -> z"));
    }

    [Fact]
    public void Undo_must_stand_in_the_same_container()
    {
        Assert.Equal("unknown-undo", Find([Line("a").With("compensateWith", "nowhere")]).First(p => p.Severity == ProblemSeverity.Error).Code);
        Assert.DoesNotContain(Find([Line("a").With("compensateWith", "u"), Line("u")]), p => p.Code == "unknown-undo");
    }

    [Fact]
    public void Newer_version_of_an_activity_and_two_variables_of_one_name_are_warnings()
    {
        var newer = Line("a");
        newer["version"] = 7;
        var definition = Define(Flowchart("flow", [newer]), d => ((JsonArray)d["variables"]!).Add(Variable("v-2", "N", "String", "1")));

        var findings = DefinitionValidator.Validate(definition);

        Assert.Equal([("newer-version", "root.activities[0]"), ("duplicate-variable", "variables[3]")], findings.Select(f => (f.Code, f.Path)));
        Assert.Equal("warning newer-version at root.activities[0] (a): Version 7 of 'Elsa.WriteLine' is not known here; version 1 is used.", findings[0].ToString());
        Assert.Equal("warning duplicate-variable at variables[3]: Two variables have the name 'N'; scripts see one of them.", findings[1].ToString());
    }

    [Fact]
    public void Option_that_is_none_is_a_warning_but_a_number_is_one_of_the_original()
    {
        Assert.Equal("unknown-option", Assert.Single(Find([Activity("f", "Elsa.FlowSwitch", ("mode", Literal("MatchSome")))])).Code);
        Assert.Empty(Find([Activity("f", "Elsa.FlowSwitch", ("mode", Literal("1")))]));
        Assert.Empty(Find([Activity("f", "Elsa.FlowSwitch", ("mode", Js("'MatchSome'")))]));
    }

    [Theory]
    [InlineData("v-n", "N", false), InlineData("v-gone", "Gone", true), InlineData("v-gone", "N", false), InlineData("v-gone", "CurrentValue", false), InlineData("v-gone", null, true)]
    public void Variable_that_is_read_must_be_in_sight(string id, string? name, bool found)
    {
        var read = Activity("w", "Elsa.WriteLine", ("text", Input("Variable", new JsonObject { ["id"] = id, ["name"] = name })));

        Assert.Equal(found, Find([read]).Any(p => p.Code == "unknown-variable" && p.Message.Contains($"'{name ?? id}'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Object", "[1,2]", true), InlineData("Literal", "[1,2]", true), InlineData("JavaScript", "[1,2]", false)]
    public void Parallel_loop_over_a_text_has_no_items_and_says_so(string kind, string items, bool found) =>
        Assert.Equal(found, Find([Activity("p", "Elsa.ParallelForEach", ("items", Input(kind, items)), ("body", Line("b")))]).Any(p => p.Code == "no-items"));

    [Fact]
    public void Output_bound_to_nothing_known_becomes_an_output_of_the_instance_with_a_warning()
    {
        JsonObject Bound(string target)
        {
            var activity = Event("e");
            activity["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = target } };
            return activity;
        }

        Assert.Contains("goes to 'nowhere'", Assert.Single(Find([Bound("nowhere")])).Message, StringComparison.Ordinal);
        Assert.Empty(Find([Bound("v-o")]));
        Assert.Empty(DefinitionValidator.Validate(Define(Flowchart("flow", [Bound("Result")]), d => d["outputs"] = new JsonArray(new JsonObject { ["name"] = "Result", ["type"] = "Object" }))));
    }

    [Fact]
    public void Two_endpoints_of_one_address_collide_and_others_do_not()
    {
        JsonObject Endpoint(string id, string path, bool starts, params string[] methods) => Activity(id, "Elsa.HttpEndpoint", ("path", Literal(path)), ("supportedMethods", Input("Object", new JsonArray([.. methods.Select(m => (JsonNode?)m)]).ToJsonString()))).With("canStartWorkflow", starts);
        string[] Codes(params JsonObject[] activities) => [.. Find(activities).Where(p => p.Severity == ProblemSeverity.Error).Select(p => $"{p.Code} {p.ActivityId}")];

        Assert.Equal(["duplicate-endpoint b"], Codes(Endpoint("a", "/sites", true, "GET", "POST"), Endpoint("b", "SITES/", true, "POST")));
        Assert.Equal(["duplicate-endpoint b"], Codes(Endpoint("a", "sites", true), Endpoint("b", "sites", true, "GET")));
        Assert.Empty(Codes(Endpoint("a", "sites", true, "GET"), Endpoint("b", "sites", true, "POST")));
        Assert.Empty(Codes(Endpoint("a", "sites", true), Endpoint("b", "sites", false)));
    }

    [Fact]
    public void Child_that_is_not_published_yet_is_a_warning_where_the_others_are_known()
    {
        var definition = Chart([Activity("c", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal("later")))]);

        Assert.Equal("no-child", Assert.Single(DefinitionValidator.Validate(definition, source: new DefinitionSet([definition]))).Code);
        Assert.Empty(DefinitionValidator.Validate(definition));
        Assert.Empty(DefinitionValidator.Validate(definition, source: new DefinitionSet([Define(Line("x"), id: "later")])));
        Assert.Equal("no-trigger", Assert.Single(Find([Line("a").With("canStartWorkflow", true)])).Code);
    }

    [Theory]
    [InlineData("{'source':'a','target':'b','sourcePort':'Yes'}", "Yes", "In")]
    [InlineData("{'Source':'a','Target':'b','SourcePort':'Yes','TargetPort':'Here'}", "Yes", "Here")]
    [InlineData("{'source':{'activity':'a'},'target':{'activity':'b'},'sourcePort':'Yes','targetPort':'Here'}", "Yes", "Here")]
    [InlineData("{'source':{'Activity':'a','Port':'No'},'target':{'activity':'b','port':'There'},'sourcePort':'Yes','targetPort':'Here'}", "No", "There")]
    public void Connection_of_every_spelling_leads_from_port_to_port(string connection, string from, string to)
    {
        var chart = Flowchart("flow", [Line("a"), Line("b")]);
        chart["connections"] = new JsonArray(JsonNode.Parse(connection.Replace('\'', '"')), new JsonObject { ["source"] = "a", ["target"] = "nowhere" });

        var root = (JsonObject)Define(chart).ToJson()["root"]!;
        var read = Assert.Single(root["connections"]!.AsArray());

        Assert.Equal(("a", from, "b", to), ((string?)read!["source"]!["activity"], (string?)read["source"]!["port"], (string?)read["target"]!["activity"], (string?)read["target"]!["port"]));
        Assert.Single(root["customProperties"]!["notFoundConnections"]!.AsArray());
    }

    private static IReadOnlyList<DefinitionProblem> Find(JsonObject[] activities, params string[] connections) => DefinitionValidator.Validate(Chart(activities, connections));
}
