using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Simulation;

/// <summary>Results of runs in memory as command lines and pages show them.</summary>
public sealed class RunAsJsonTests
{
    [Fact]
    public void Run_tells_status_lines_outputs_what_is_blocked_and_what_still_waits()
    {
        var definition = Define(Flowchart("flow", [Line("a"), Activity("o", "Elsa.SetOutput", ("outputName", Literal("Total")), ("outputValue", Js("5"))), Event("e"), Fault("f")], "a -> o", "a -> e", "a -> f"), d =>
        {
            d["outputs"] = new JsonArray(new JsonObject { ["name"] = "Total", ["type"] = "Int32" });
            d["options"] = new JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" };
        });

        var json = WorkflowSimulator.Run([definition], new SimulationOptions { MaxResumptions = 0 }).ToJson();

        Assert.Equal("""{"status":"Running","subStatus":"Suspended","lines":["a"],"outputs":{"Total":5},"fault":null,"blocked":[{"activity":"f","name":"f","cause":"Fault","message":"broken"}],"waits":[{"kind":"event","payload":{"eventName":"e"}}]}""", Without(json, "problems"));
    }

    [Fact]
    public void Run_that_faulted_tells_the_words_of_the_fault_and_problems_of_the_definition_are_told()
    {
        var json = WorkflowSimulator.Run([Chart([Fault("f"), Line("x"), Line("x")], "f -> x")]).ToJson();

        Assert.Equal(("Finished", "Faulted"), ((string?)json["status"], (string?)json["subStatus"]));
        Assert.Contains("broken", (string?)json["fault"], StringComparison.Ordinal);
        Assert.Equal("warning duplicate-id at root (flow): 2 activities have the id 'x'; connections reach the first.", (string?)json["problems"]![0]);
    }

    [Fact]
    public void Agreement_is_told_row_by_row_with_how_many_there_are()
    {
        var json = WorkflowAgreement.ToJson(WorkflowAgreement.Run([Case("""{"counter":{"status":"Finished","subStatus":"Finished","lines":["a"]},"token":{"lines":["b"]}}""", "same")]));

        Assert.Equal("""{"total":2,"agree":1,"results":[{"name":"same","mode":"counter","status":"Finished","subStatus":"Finished","lines":["a"],"agrees":true,"why":null,"fault":null},{"name":"same","mode":"token","status":"Finished","subStatus":"Finished","lines":["a"],"agrees":false,"why":null,"fault":null}]}""", json.ToJsonString());
    }

    [Theory]
    [InlineData("{'lines':['a']}", true), InlineData("{'status':'Finished','lines':['a']}", true), InlineData("{'status':'Running','lines':['a']}", false)]
    [InlineData("{'subStatus':'Finished','lines':['a']}", true), InlineData("{'subStatus':'Faulted','lines':['a']}", false), InlineData("{'lines':['a','b']}", false), InlineData("{'status':'Finished'}", false)]
    public void Case_agrees_when_lines_and_what_was_recorded_of_its_status_are_the_same(string recorded, bool agrees) =>
        Assert.Equal(agrees, Assert.Single(WorkflowAgreement.Run([Case("{\"counter\":" + recorded.Replace('\'', '"') + "}", "c")])).Agrees);

    [Fact]
    public void Case_without_recording_is_run_in_both_modes_and_agrees_with_nothing_and_one_without_name_is_named_by_its_line()
    {
        var rows = WorkflowAgreement.Run(["", Case(null, null)]);

        Assert.Equal([("line 2", "counter", false, "nothing was recorded for this mode"), ("line 2", "token", false, "nothing was recorded for this mode")], rows.Select(r => (r.Name, r.Mode, r.Agrees, r.Why)));
    }

    [Fact]
    public void Original_left_with_nothing_to_wait_for_is_a_blocked_step_here()
    {
        var chart = Chart([Line("s"), Line("x"), Decision("d", "false"), Line("y"), Join("j", "WaitAll"), Line("c")], "s -> x", "s -> d", "d:True -> y", "x -> j", "y -> j", "j -> c");
        var row = Assert.Single(WorkflowAgreement.Run([Case("""{"token":{"status":"Running","subStatus":"Suspended","bookmarks":0,"lines":["s","x"]}}""", "stuck", chart)]));

        Assert.True(row.Agrees);
        Assert.StartsWith("Elsa is left suspended with nothing to wait for; here that is a blocked step: ", row.Why, StringComparison.Ordinal);
        Assert.Null(Assert.Single(WorkflowAgreement.Run([Case("""{"token":{"status":"Running","subStatus":"Suspended","bookmarks":1,"lines":["s","x"]}}""", "stuck", chart)])).Why);
    }

    [Fact]
    public void Join_that_the_original_runs_again_is_named_with_the_branch_that_it_cancels()
    {
        var chart = Chart([Line("s"), Line("x"), Event("e"), Join("j", "WaitAny"), Line("c")], "s -> x", "s -> e", "x -> j", "e -> j", "j -> c");

        var row = Assert.Single(WorkflowAgreement.Run([Case("""{"counter":{"lines":["s","x","c","c"]}}""", "twice", chart)]));

        Assert.Equal("Elsa runs the join 'j' again when it cancels the branch of 'e' that still waits; here a WaitAny join fires once.", row.Why);
    }

    [Theory]
    [InlineData("{\"name\":\"x\"}", "Case 2 of the file has no definition."), InlineData("nonsense", "Case 2 of the file: Not JSON (line 1, position 2): ")]
    public void Line_that_is_no_case_is_told_by_its_number(string line, string words) =>
        Assert.StartsWith(words, Assert.Throws<DefinitionFormatException>(() => WorkflowAgreement.Run(["", line])).Message, StringComparison.Ordinal);

    private static string Without(JsonObject json, string member)
    {
        json.Remove(member);
        return json.ToJsonString();
    }

    private static string Case(string? recorded, string? name, WorkflowDefinition? chart = null) =>
        "{" + (name is null ? "" : $"\"name\":\"{name}\",") + "\"definition\":" + DefinitionWriter.Write(chart ?? Chart([Line("a")]), indented: false) + (recorded is null ? "" : ",\"elsa\":" + recorded) + "}";
}
