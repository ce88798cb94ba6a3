using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Simulation;

/// <summary>Workflows that start others, all in memory: who waits for whom, and what each is told.</summary>
public sealed class ChildrenInMemoryTests
{
    private static readonly WorkflowDefinition Child = Define(Sequence("c", Script("w", "`child ${getInput('Item') ?? getInput('a')} ${getCorrelationId()} ${getInput('ParentInstanceId') === null}`"), Activity("o", "Elsa.SetOutput", ("outputName", Literal("Total")), ("outputValue", Js("5")))), d => d["outputs"] = new JsonArray(new JsonObject { ["name"] = "Total", ["type"] = "Int32" }), "child");

    [Theory]
    [InlineData("Elsa.ExecuteWorkflow", true, "child 7 c1 false,Finished 5"), InlineData("Elsa.ExecuteWorkflow", false, "child 7 c1 false,Pending undefined"), InlineData("Elsa.DispatchWorkflow", true, "child 7 c1 false,undefined undefined"), InlineData("Elsa.DispatchWorkflow", false, "child 7 c1 false,none")]
    public void Child_gets_inputs_correlation_and_parent_and_the_result_tells_how_it_ended(string type, bool wait, string lines)
    {
        var step = Activity("x", type, ("workflowDefinitionId", Literal("child")), ("correlationId", Literal("c1")), ("input", Input("Object", "{\"a\":7}")), ("waitForCompletion", Literal(wait, "Boolean")));

        Assert.Equal(lines, Lines(Run([step, Script("after", "getResultFromX() === null ? 'none' : `${getResultFromX().subStatus} ${getResultFromX().output?.Total}`")], Child)));
    }

    [Fact]
    public void Output_of_a_dispatched_child_is_the_result() =>
        Assert.Equal("child null null false,5", Lines(Run([Activity("x", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("child")), ("waitForCompletion", Literal(true, "Boolean"))), Script("after", "getResultFromX().Total")], Child)));

    [Theory]
    [InlineData(true, "child 1 1! false,done,child b 2! false,done,after"), InlineData(false, "child 1 1! false,child b 2! false,after")]
    public void Each_item_has_a_child_and_its_handler_runs_only_where_they_are_awaited(bool wait, string lines)
    {
        var bulk = Activity("x", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Literal("child")), ("items", Js("[1, {Item: 'b'}]")), ("correlationIdFunction", Js("typeof getItem() === 'object' ? '2!' : getItem() + '!'", "String")), ("waitForCompletion", Literal(wait, "Boolean")), ("childCompleted", Line("done")), ("childFaulted", Line("failed")));

        Assert.Equal(lines.Split(',').Order(StringComparer.Ordinal), Run([bulk, Line("after")], Child).Lines.Order(StringComparer.Ordinal));
        Assert.Equal("after", Run([bulk, Line("after")], Child).Lines[^1]);
    }

    [Fact]
    public void Handler_of_a_bulk_knows_the_child_that_ended_and_no_items_need_no_child()
    {
        JsonObject Bulk(string items) => Activity("x", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Literal("child")), ("items", Js(items)), ("defaultItemInputKey", Literal("")), ("childCompleted", Script("h", "`ended ${getVariable('ChildInstanceId').length > 0}`")));

        Assert.Equal("child 7 null false,ended true,after", Lines(Run([Bulk("[7]"), Line("after")], Child)));
        Assert.Equal("after", Lines(Run([Bulk("[]"), Line("after")], Child)));
    }

    [Theory]
    [InlineData(true, "Faulted"), InlineData(false, "Pending")]
    public void Child_without_a_definition_counts_as_faulted_and_is_warned_of(bool wait, string told)
    {
        var result = Run([Activity("x", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal("gone")), ("waitForCompletion", Literal(wait, "Boolean"))), Script("after", "getResultFromX().subStatus")]);

        Assert.Equal(told, Lines(result));
        Assert.Contains("warning no-child at : No definition 'gone' was given; the child counts as faulted.", result.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Faulted_child_of_a_bulk_runs_the_handler_for_faults()
    {
        var bulk = Activity("x", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Literal("bad")), ("items", Js("[1]")), ("childCompleted", Line("done")), ("childFaulted", Line("failed")));

        Assert.Equal("failed,after", Lines(Run([bulk, Line("after")], Define(Fault("f"), id: "bad"))));
    }

    [Fact]
    public void Child_that_waits_is_awaited_and_one_that_its_parent_leaves_behind_is_cancelled()
    {
        var slow = Define(Sequence("c", Activity("d", "Elsa.Delay", ("timeSpan", Literal("01:00:00", "TimeSpan"))), Line("slow")), id: "slow");
        var x = Activity("x", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal("slow")), ("waitForCompletion", Literal(true, "Boolean")));

        Assert.Equal("slow,after", Lines(Run([x, Line("after")], slow)));
        var left = WorkflowSimulator.Run([Chart([Line("s"), (JsonObject)x.DeepClone(), Activity("end", "Elsa.Finish")], "s -> x", "s -> end"), slow]);
        Assert.Equal(("s", InstanceSubStatus.Finished), (Lines(left), left.SubStatus));
        Assert.Contains(left.Facts, f => f.Kind == FactKinds.InstanceCancelled);
    }

    [Theory]
    [InlineData("null", "after,heard 5"), InlineData("'c1'", "after,heard 5"), InlineData("'c2'", "after")]
    public void Event_reaches_who_waits_for_it_under_the_same_correlation(string correlation, string lines)
    {
        var waits = Define(Sequence("c", Event("e", "news"), Script("w", "`heard ${getResultFromE()}`")), id: "waits");
        var start = Activity("x", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal("waits")), ("correlationId", Literal("c1")));
        var tell = Activity("p", "Elsa.PublishEvent", ("eventName", Literal("news")), ("correlationId", Js(correlation, "String")), ("payload", Js("5")));

        Assert.Equal(lines, string.Join(",", WorkflowSimulator.Run([Define(Sequence("s", start, tell, Line("after"))), waits], new SimulationOptions { MaxResumptions = 0 }).Lines));
    }

    private static SimulationResult Run(JsonObject[] activities, params WorkflowDefinition[] others) => WorkflowSimulator.Run([Define(Sequence("s", [.. activities.Select(a => (JsonObject)a.DeepClone())])), .. others]);

    private static string Lines(SimulationResult result) => string.Join(",", result.Lines);
}
