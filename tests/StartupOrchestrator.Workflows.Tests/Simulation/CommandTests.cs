using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Simulation;

public sealed class CommandTests
{
    private static DefinitionFile File(string name, WorkflowDefinition definition) => new(name, DefinitionWriter.Write(definition));

    [Fact]
    public void Run_prints_lines_status_and_outputs()
    {
        var definition = Define(Sequence("s", Line("a"), Activity("o", "Elsa.SetOutput", ("outputName", Literal("R")), ("outputValue", Js("1 + 1")))));

        var report = WorkflowCommands.Run([File("a.json", definition)]);

        Assert.Equal(0, report.ExitCode);
        Assert.Equal(["a", "Status: Finished/Finished", "Output R = 2"], report.Lines);
        Assert.Equal("2", report.Json["outputs"]!["R"]!.ToJsonString());
    }

    [Fact]
    public void Run_applies_no_publishing_checks_and_says_why_it_faulted()
    {
        var report = WorkflowCommands.Run([File("a.json", Chart([Line("a"), Activity("u", "Acme.Magic")], "a -> u"))]);

        Assert.Equal(1, report.ExitCode);
        Assert.Equal("a", report.Lines[0]);
        Assert.Contains(report.Lines, l => l.StartsWith("Fault: 'u'", StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_judges_each_file_and_reports_what_cannot_be_read()
    {
        var report = WorkflowCommands.Validate([File("good.json", Chart([Line("a")])), File("bad.json", Define(Activity("u", "Acme.Magic"), id: "bad")), new("broken.json", "{")]);

        Assert.Equal(2, report.ExitCode);
        Assert.Equal(["good.json: can be published", "bad.json: cannot be published"], report.Lines.Where(l => l.Contains("be published", StringComparison.Ordinal)).Take(2));
        Assert.Equal([true, false, false], report.Json["results"]!.AsArray().Select(r => (bool)r!["publishable"]!));
    }

    [Fact]
    public void Agree_summarises_and_explains_what_differs_on_purpose()
    {
        var chart = Chart([Line("s"), Line("x"), Event("e"), Join("j", "WaitAny"), Line("c")], "s -> x", "s -> e", "x -> j", "e -> j", "j -> c");
        const string recorded = """{"counter":{"status":"Finished","subStatus":"Finished","bookmarks":0,"lines":["s","x","c","c"]}}""";
        var line = "{\"name\":\"twice\",\"definition\":" + DefinitionWriter.Write(chart, indented: false) + ",\"elsa\":" + recorded + "}";

        var report = WorkflowCommands.Agree([line]);

        Assert.Equal(0, report.ExitCode);
        Assert.Equal("0 of 1 agree, 1 differ on purpose.", report.Lines[^1]);
        Assert.Contains("a WaitAny join fires once", (string)report.Json["results"]![0]!["why"]!, StringComparison.Ordinal);
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
