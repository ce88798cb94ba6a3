using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Instances;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

/// <summary>What a fault tells the person who looks at the blocked step, word by word.</summary>
public sealed class FaultWordTests
{
    public static TheoryData<string, string> Faults => new()
    {
        { "{'type':'Elsa.SetVariable','variable':{'id':'gone'}}", "Variable 'gone' not found." },
        { "{'type':'Elsa.SetOutput'}", "The name of the output is missing." },
        { "{'type':'Elsa.PublishEvent'}", "The name of the event is missing." },
        { "{'type':'Elsa.ExecuteWorkflow'}", "The workflow to start is missing." },
        { "{'type':'Elsa.Fault'}", "Fault" },
        { "{'type':'Elsa.Fault','code':{'typeName':'String','expression':{'type':'Literal','value':'E1'}}}", "E1" },
        { "{'type':'Elsa.Fault','code':{'typeName':'String','expression':{'type':'Literal','value':'E1'}},'message':{'typeName':'String','expression':{'type':'Literal','value':'words'}}}", "words" },
        { "{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'Python','value':'x'}}}", "Failed to evaluate activity input 'text': expressions in Python are not supported here; write it in JavaScript" },
        { "{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'Liquid','value':'{{ Nowhere.X }}'}}}", "Failed to evaluate activity input 'text': the place 'Nowhere.X' is not known" },
        { "{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'Liquid','value':'{% if a %}'}}}", "Failed to evaluate activity input 'text': templates may only hold places as {{ Variables.Name }}; use JavaScript for more" },
        { "{'type':'Elsa.WriteLine','text':{'typeName':'String','expression':{'type':'JavaScript','value':'missing'}}}", "Failed to evaluate activity input 'text' (line 1, column 1): missing is not defined" },
        { "{'type':'Startup.WaitBusinessDays','days':{'typeName':'Int32','expression':{'type':'JavaScript','value':'({})'}}}", "Failed to evaluate activity input 'days': its value is not of type Int32" },
        { "{'type':'Startup.WaitBusinessDays','days':{'typeName':'Int32','expression':{'type':'Literal','value':'many'}}}", "Failed to evaluate activity input 'days': its value is not of type Int32" },
        { "{'type':'Startup.WaitBusinessDays','days':{'typeName':'Int32','expression':{'type':'Object','value':'[1]'}}}", "Failed to evaluate activity input 'days': it is not JSON of the expected type" },
        { "{'type':'Elsa.For','start':{'typeName':'Int32','expression':{'type':'Literal','value':'3000000000'}},'body':{'id':'b','type':'Elsa.WriteLine'}}", "Failed to evaluate activity input 'start': its value is not of type Int32" },
        { "{'type':'Elsa.Cron'}", "The cron expression '' cannot be read: it has 0 fields; six are needed (second minute hour day month weekday), or five without seconds" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Fault_says_what_is_wrong(string activity, string words)
    {
        var json = (JsonObject)JsonNode.Parse(activity.Replace('\'', '"').Replace("\"Nowhere", "'Nowhere", StringComparison.Ordinal))!;
        json["id"] = "x";
        var steps = new Steps(Define(Sequence("s", json)), new StepContext(Steps.Noon) { IncidentStrategy = IncidentStrategy.ContinueWithIncidents }).Start();

        Assert.Equal(words, Assert.Single(steps.State.Blocked).Message);
    }

    [Fact]
    public void Workflow_that_uses_itself_is_a_fault_and_not_an_endless_one()
    {
        var self = Define(Flowchart("flow", [Activity("u", "Loop")]), d => d["options"] = new JsonObject { ["usableAsActivity"] = true }, "Loop");

        Assert.Contains("'Loop' uses itself as an activity", StartupOrchestrator.Workflows.Simulation.WorkflowSimulator.Run([self]).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Instance_is_started_once_and_told_only_what_is_known()
    {
        var steps = new Steps(Define(Sequence("s", Event("e")))).Start();

        Assert.Equal("Instance i1 was started before.", Assert.Throws<InvalidOperationException>(() => steps.Start()).Message);
        Assert.StartsWith("Stimulus Strange is not known.", Assert.Throws<ArgumentException>(() => steps.Take(new Strange())).Message, StringComparison.Ordinal);
        Assert.Equal("A state is a JSON object.", Assert.ThrowsAny<Exception>(() => StateJson.Read("null")).Message);
    }

    [Fact]
    public void Stimulus_for_nobody_changes_nothing()
    {
        var steps = new Steps(Define(Sequence("s", Event("e")))).Start();
        var before = StateJson.Write(steps.State);

        foreach (var stimulus in (Stimulus[])[new Resume("none"), new FactHolds("none"), new TimerFired("none"), new FactRetracted("none", "x"), new ChildEnded("none", InstanceSubStatus.Finished), new RetryStep("none"), new SkipStep("none"), new CancelStep("none")])
        {
            Assert.Equal([(FactKinds.StimulusIgnored, $"{{\"message\":\"{stimulus.GetType().Name}\"}}")], steps.Take(stimulus).Facts.Select(f => (f.Kind, f.Data!.ToJsonString())));
            Assert.Equal(before, StateJson.Write(steps.State));
        }

        steps.Resume("e");
        Assert.Equal([FactKinds.StimulusIgnored], steps.Take(new Cancel()).Facts.Select(f => f.Kind));
        Assert.Equal([FactKinds.StimulusIgnored], new Steps(Define(Sequence("s", Event("e")))).Take(new Cancel()).Facts.Select(f => f.Kind));
    }

    [Theory]
    [InlineData("retry", "1,2,3,4,5,6,7,8", InstanceSubStatus.Suspended), InlineData("skip", "1,2,3,4,5,6,7,8", InstanceSubStatus.Suspended), InlineData("drop", "1,2,3,4", InstanceSubStatus.Finished)]
    public void Burst_without_end_is_a_blocked_step_that_goes_on_for_another_burst_or_is_given_up(string what, string lines, InstanceSubStatus status)
    {
        var loop = Activity("w", "Elsa.While", ("condition", Js("true")), ("body", Sequence("b", Set("n", "getN() + 1"), Script("p", "`${getN()}`"))));
        var steps = new Steps(Chart([loop]), new StepContext(Steps.Noon) { BurstBudget = 14, IncidentStrategy = IncidentStrategy.ContinueWithIncidents }).Start();
        var blocked = Assert.Single(steps.State.Blocked);
        Assert.Equal((BlockCause.BurstBudget, "1,2,3,4"), (blocked.Cause, steps.Printed));

        steps.Take(what switch { "retry" => new RetryStep(blocked.Id), "skip" => new SkipStep(blocked.Id), _ => new CancelStep(blocked.Id) });

        Assert.Equal((lines, status), (steps.Printed, steps.State.SubStatus));
    }

    [Theory]
    [InlineData("{'a':1,'a':2,'root':{'type':'Elsa.WriteLine'}}", "A member is given twice in one object: "), InlineData("", "It is empty."), InlineData(" ", "It is empty."), InlineData("[]", "A workflow definition is a JSON object."), InlineData("{'root':{}}", "The definition has no root activity: member 'root' with a 'type' is missing.")]
    [InlineData("{\n 'root': x }", "Not JSON (line 2, position 10): ")]
    public void Text_that_is_no_definition_is_told_with_its_place(string text, string words) =>
        Assert.StartsWith(words, Assert.Throws<DefinitionFormatException>(() => DefinitionReader.Read(text.Replace('\'', '"'))).Message, StringComparison.Ordinal);

    [Fact]
    public void Definition_is_found_by_its_exact_version_then_its_number_then_the_published_then_the_newest()
    {
        WorkflowDefinition Version(int number, bool published = false, bool latest = false) => Define(Line("x"), d => (d["id"], d["version"], d["isPublished"], d["isLatest"]) = ($"v{number}", number, published, latest), "d");
        var set = new DefinitionSet([Version(1), Version(2, published: true), Version(3), Version(4, latest: true)]);
        var plain = new DefinitionSet([Version(1), Version(3), Version(2)]);

        Assert.Equal([1, 3, 2, 4, 2, null], new[] { set.Find("d", "v1", 3), set.Find("d", "gone", 3), set.Find("d", null, 9), set.Find("d", "v4", 0), set.Find("d", null, 0), set.Find("other", "v1", 1) }.Select(d => d?.Version));
        Assert.Equal(3, plain.Find("d", null, 0)!.Version);
        Assert.Equal(4, new DefinitionSet([Version(1), Version(4, latest: true), Version(5)]).Find("d", null, 0)!.Version);
    }

    [Theory]
    [InlineData("5", "'text'", null), InlineData("'many'", "5", "The value of variable 'N' is not of its new type Int32.")]
    public void Value_that_does_not_fit_the_new_type_of_its_variable_keeps_the_instance_where_it_is(string value, string other, string? refusal)
    {
        Assert.NotEqual(value, other);
        WorkflowDefinition With(string type, int version) => Define(Sequence("s", Set("n", value), Event("e"), Script("w", "`${getN()}`")), d => (d["id"], d["version"], d["variables"]) = ($"t{version}", version, new JsonArray(Variable("v-n", "N", type, null))));
        var steps = new Steps(With("Object", 1)).Start();
        var plan = new MigrationPlan(steps.Graph, WorkflowGraph.Build(With("Int32", 2)));

        Assert.Equal(refusal is null ? [] : [refusal], Migration.Preview(plan, steps.State).Refusals);
        Assert.Empty(plan.Gone);
        if (refusal is not null) Assert.Equal($"Instance i1 cannot move: {refusal}", Assert.Throws<InvalidOperationException>(() => Migration.Apply(plan, steps.State, "x")).Message);
    }

    private sealed record Strange : Stimulus;
}
