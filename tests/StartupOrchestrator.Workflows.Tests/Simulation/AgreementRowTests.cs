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
}
