using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

/// <summary>What the history tells of values, and what the host is told to watch for.</summary>
public sealed class ValueRuleTests
{
    [Theory]
    [InlineData("{'logPersistenceMode':'Exclude'}", true), InlineData("{'logPersistenceMode':'Include'}", false), InlineData("{'logPersistenceMode':{'default':'Exclude'}}", true)]
    [InlineData("{'logPersistenceConfig':{'default':'Exclude','inputs':{'Text':'Include'}}}", false), InlineData("{'logPersistenceConfig':{'inputs':{'text':'Exclude'}}}", true)]
    [InlineData("{'logPersistenceConfig':{'outputs':{'text':'Exclude'}}}", true), InlineData("{'logPersistenceConfig':{'inputs':{'other':'Exclude'}}}", false)]
    [InlineData("{'logPersistenceConfig':{'default':{'strategyType':'Elsa.Exclude, Elsa'}}}", true), InlineData("{'logPersistenceConfig':{'default':{'mode':'exclude'}}}", true)]
    [InlineData("{'logPersistenceConfig':{'default':'Include'},'logPersistenceMode':'Exclude'}", false)]
    public void Definition_says_which_values_the_history_may_show(string custom, bool masked)
    {
        var line = Script("w", "'open ' + getS()");
        line["customProperties"] = JsonNode.Parse(custom.Replace('\'', '"'));

        Assert.Equal(masked ? "•••" : "open q", (string?)Recorded(line).Single(f => f.Kind == FactKinds.InputsEvaluated).Data!["text"]);
    }

    [Theory]
    [InlineData(1_998, false), InlineData(1_999, true)]
    public void Long_value_is_cut_with_its_length(int length, bool cut)
    {
        var shown = (string)Recorded(Script("w", $"'x'.repeat({length})")).Single(f => f.Kind == FactKinds.InputsEvaluated).Data!["text"]!;

        Assert.Equal(cut ? $"\"{new string('x', 199)}… ({length + 2} characters)" : new string('x', length), shown);
    }

    [Fact]
    public void Constants_are_in_the_definition_and_not_told_again_and_outputs_are_told_with_their_value()
    {
        Assert.DoesNotContain(Recorded(Line("w")), f => f.Kind == FactKinds.InputsEvaluated);
        var given = Recorded(Activity("i", "Elsa.If", ("condition", Js("1 < 2")))).Single(f => f.Kind == FactKinds.OutputGiven);

        Assert.Equal("{\"name\":\"Result\",\"value\":true}", given.Data!.ToJsonString());
    }

    [Fact]
    public void Each_kind_of_trigger_says_what_to_watch_for_and_when_it_comes_next()
    {
        JsonObject Starts(JsonObject activity) => activity.With("canStartWorkflow", true);
        var graph = WorkflowGraph.Build(Chart(
        [
            Starts(Activity("h", "Elsa.HttpEndpoint", ("path", Literal("sites")))),
            Starts(Activity("p", "Elsa.HttpEndpoint", ("path", Literal("plans")), ("supportedMethods", Input("Object", "[\"PUT\"]")), ("authorize", Literal("true", "Boolean")))),
            Starts(Activity("a", "Elsa.StartAt", ("dateTime", Literal("2026-04-01T08:00:00Z", "DateTimeOffset")))),
            Starts(Activity("d", "Elsa.HttpEndpoint", ("path", Js("'x'")))),
            Starts(Activity("n", "Elsa.Event", ("eventName", Js("'x'")))),
            Activity("w", "Elsa.HttpEndpoint", ("path", Literal("again"))), Activity("w2", "Elsa.HttpEndpoint", ("path", Literal("again"))),
        ]));

        var triggers = TriggerIndex.Of(graph);

        Assert.Equal(["h http {\"path\":\"sites\",\"methods\":[\"GET\"],\"authorize\":null}", "p http {\"path\":\"plans\",\"methods\":[\"PUT\"],\"authorize\":true}", "a at {\"at\":\"2026-04-01T08:00:00Z\"}"],
            triggers.Select(t => $"{t.ActivityId} {t.Kind} {t.Payload.ToJsonString()}"));
        Assert.Equal(["sites", "plans", "again"], TriggerIndex.RequestsAwaited(graph).Select(t => (string?)t.Payload["path"]));
        Assert.All(TriggerIndex.RequestsAwaited(graph), t => Assert.Equal("http-wait", t.Kind));
        var at = Instant.FromUtc(2026, 4, 1, 8, 0);
        Assert.Equal([at, null, null], new[] { Steps.Noon, at, at + Duration.FromSeconds(1) }.Select(after => TriggerIndex.NextFiring(triggers[2], after)));
    }

    [Fact]
    public void Migration_tells_from_where_to_where_and_why_and_a_finished_or_other_instance_does_not_move()
    {
        var from = Chart([Line("s"), Event("e")], "s -> e");
        var to = WorkflowGraph.Build(Define(Flowchart("flow", [Line("s"), Event("e")], "s -> e"), d => (d["id"], d["version"]) = ("test-v2", 2)));
        var steps = new Steps(from).Start();
        var plan = new StartupOrchestrator.Workflows.Instances.MigrationPlan(steps.Graph, to);

        var moved = StartupOrchestrator.Workflows.Instances.Migration.Apply(plan, steps.State, "new protocol");
        Assert.Equal("{\"from\":\"test-v1\",\"to\":\"test-v2\",\"reason\":\"new protocol\"}", moved.Facts.Single().Data!.ToJsonString());
        Assert.Equal(["The instance is on version 2, not on version 1."], StartupOrchestrator.Workflows.Instances.Migration.Preview(plan, moved.State).Refusals);
        steps.Resume("e");

        Assert.Equal(["The instance is over."], StartupOrchestrator.Workflows.Instances.Migration.Preview(plan, steps.State).Refusals);
    }

    private static List<JournalFact> Recorded(JsonObject activity) => new Steps(Define(Sequence("s", activity)), new StepContext(Steps.Noon) { RecordValues = true }).Start().Facts;
}
