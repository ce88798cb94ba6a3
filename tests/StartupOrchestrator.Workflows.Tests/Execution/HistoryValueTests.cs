using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.Execution;

public sealed class HistoryValueTests
{
    [Fact]
    public void Values_are_told_where_the_step_records_them_and_masked_where_they_are_sensitive()
    {
        var excluded = Flow.Script("quiet", "'secret ' + getS()").With("logPersistenceMode", "Exclude");
        var call = Flow.Activity("call", "Elsa.SendHttpRequest", ("url", Flow.Js("'https://example.org/' + getS()")), ("authorization", Flow.Js("'Bearer ' + getS()")));
        var steps = new Steps(Flow.Define(Flow.Sequence("s", Flow.Script("told", "'open ' + getS()"), excluded, call)), new StepContext(Steps.Noon) { RecordValues = true }).Start();

        var values = steps.Facts.Where(f => f.Kind == FactKinds.InputsEvaluated).Select(f => f.Data!.ToJsonString()).ToList();

        Assert.Contains("open q", values[0], StringComparison.Ordinal);
        Assert.Equal(ValueOf(new JsonObject { ["text"] = "•••" }), values[1]);
        Assert.Contains("https://example.org/q", values[2], StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", values[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_not_told_otherwise() =>
        Assert.DoesNotContain(new Steps(Flow.Define(Flow.Sequence("s", Flow.Script("told", "getS()")))).Start().Facts, f => f.Kind is FactKinds.InputsEvaluated or FactKinds.OutputGiven);

    private static string ValueOf(JsonObject json) => json.ToJsonString();
}
