using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Simulation;

public sealed class AgreementRowTests
{
    [Fact]
    public void Agree_summarises_and_explains_what_differs_on_purpose()
    {
        var chart = Chart([Line("s"), Line("x"), Event("e"), Join("j", "WaitAny"), Line("c")], "s -> x", "s -> e", "x -> j", "e -> j", "j -> c");
        const string recorded = """{"counter":{"status":"Finished","subStatus":"Finished","bookmarks":0,"lines":["s","x","c","c"]}}""";
        var line = "{\"name\":\"twice\",\"definition\":" + DefinitionWriter.Write(chart, indented: false) + ",\"elsa\":" + recorded + "}";

        var row = Assert.Single(WorkflowAgreement.Run([line]));

        Assert.False(row.Agrees);
        Assert.Contains("a WaitAny join fires once", row.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_compared_as_a_console_shows_them()
    {
        var row = Compare(Chart([Script("a", "'x\\ny'"), Line("b", ""), Line("c")], "a -> b", "b -> c"), "counter", "Finished", "x", "y", "c");

        Assert.True(row.Agrees);
    }

    [Fact]
    public void Workflow_that_the_original_leaves_suspended_with_nothing_to_wait_for_may_end_here() =>
        Assert.Contains("goes on to its end", Compare(Define(Sequence("s", Activity("f", "Elsa.For", ("end", Literal(3, "Int32"))), Line("x"))), "counter", "Suspended").Why, StringComparison.Ordinal);

    [Fact]
    public void What_follows_a_race_is_done_also_where_the_original_ends_the_flowchart()
    {
        var chart = Chart([Line("s"), Event("e"), Line("x"), Join("j", "WaitAny"), Line("c")], "s -> e", "s -> x", "x -> j", "e -> j", "j -> c");

        Assert.Contains("race", Compare(chart, "token", "Finished", "s", "x").Why, StringComparison.Ordinal);
        Assert.Null(Compare(chart, "token", "Finished", "s", "y").Why);
    }

    [Theory]
    [InlineData("f: Activity n1 is not reachable from the flowchart graph.", "only its own container is told")]
    [InlineData("f: The JSON value could not be converted to System.Collections.Generic.ICollection`1[System.Object].", "the loop goes on")]
    [InlineData("f: something else", null)]
    public void Fault_of_the_original_that_is_not_copied_is_known_by_its_message(string incident, string? why)
    {
        var row = Compare(Chart([Line("a")]), "counter", "Faulted", incident: incident, lines: []);

        if (why is null) Assert.Null(row.Why);
        else Assert.Contains(why, row.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Variable_that_a_script_made_is_kept_over_a_wait()
    {
        var sequence = Sequence("s", Activity("m", "Elsa.RunJavaScript", ("script", Literal("setVariable('D', 'd')"))), Event("e"), Script("w", "`${getVariable('D')}`"));

        Assert.Contains("here they are kept", Compare(Define(sequence), "counter", "Finished", "null").Why, StringComparison.Ordinal);
    }

    [Theory, InlineData("new Date(0)"), InlineData("Symbol('a')"), InlineData("10n"), InlineData("x = 5")]
    public void What_the_language_lacks_is_said_to_be_lacking(string script) =>
        Assert.Contains("the language here is a part of it", Compare(Chart([Script("a", script)]), "counter", "Finished", "x").Why, StringComparison.Ordinal);

    [Fact]
    public void A_case_that_cannot_be_read_is_a_row_that_does_not_agree_and_hides_no_other()
    {
        var good = "{\"name\":\"good\",\"definition\":" + DefinitionWriter.Write(Chart([Line("a")]), indented: false) + ""","elsa":{"counter":{"status":"Finished","subStatus":"Finished","lines":["a"]}}}""";

        var rows = WorkflowAgreement.Run(["""{"name":"bad","definition":{"root":{}},"elsa":{"counter":{"lines":[]}}}""", "", good]);

        Assert.Equal([("bad", false), ("good", true)], rows.Select(r => (r.Name, r.Agrees)));
        Assert.Contains("root", rows[0].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Retry_of_a_join_that_waits_for_nothing_runs_it()
    {
        var chart = Chart([Line("s"), Line("x"), Decision("d", "false"), Line("y"), Join("j", "WaitAll"), Line("c")], "s -> x", "s -> d", "d:True -> y", "x -> j", "y -> j", "j -> c");
        var steps = new Steps(chart, new StepContext(Steps.Noon) { FlowMode = FlowMode.Token }).Start();

        steps.Take(new RetryStep(steps.State.Blocked[0].Id));

        Assert.Equal(("s,x,c", InstanceSubStatus.Finished), (steps.Printed, steps.State.SubStatus));
    }

    private static AgreementRow Compare(WorkflowDefinition definition, string mode, string subStatus, params string[] lines) => Compare(definition, mode, subStatus, "", lines);

    private static AgreementRow Compare(WorkflowDefinition definition, string mode, string subStatus, string incident, string[] lines)
    {
        var recorded = new JsonObject
        {
            ["status"] = subStatus == "Suspended" ? "Running" : "Finished", ["subStatus"] = subStatus, ["bookmarks"] = 0,
            ["incidents"] = new JsonArray(incident), ["lines"] = new JsonArray([.. lines.Select(l => JsonValue.Create(l))]),
        };
        var one = new JsonObject { ["name"] = "one", ["definition"] = definition.ToJson(), ["elsa"] = new JsonObject { [mode] = recorded } };
        return Assert.Single(WorkflowAgreement.Run([one.ToJsonString()]));
    }
}
