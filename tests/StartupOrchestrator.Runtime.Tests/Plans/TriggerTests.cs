using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Plans.Triggers;

namespace StartupOrchestrator.Runtime.Tests.Plans;

public sealed class TriggerTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 12, 12, 0);
    private static readonly ActorId Definition = new(ActorKind.Definition, "report");
    private readonly TriggerActor rules = new(new PlanDefinitionCache());
    private TriggerState state = TriggerState.Empty;
    private int commands;

    [Fact]
    public void Interval_keepsItsBeat_andStartsOnceHoweverOftenItWasMissed()
    {
        var due = Assert.IsType<SetTimer>(Assert.Single(Do(new FollowDefinition("report"), Noon, Timer("report", 1, "01:00:00")).Effects)).Due;
        Assert.Equal(Noon + Duration.FromHours(1), due);

        var late = Do(new TriggerDue("tick", due), due + Duration.FromMinutes(150));

        var start = Assert.IsType<StartPlan>(Assert.Single(late.Effects.OfType<Tell>()).Command);
        Assert.Equal(("report", 1, "tick"), (start.Definition, start.Version, start.Trigger));
        Assert.Equal(due + Duration.FromHours(3), Assert.Single(late.Effects.OfType<SetTimer>()).Due);
    }

    [Fact]
    public void NewVersion_replacesTheTriggers_andRetractingTheLastEndsThem()
    {
        Do(new FollowDefinition("report"), Noon, Timer("report", 1, "01:00:00"));

        var second = Do(new FollowDefinition("report"), Noon, Timer("report", 2, "00:30:00"));
        Assert.Equal(Noon + Duration.FromMinutes(30), second.Effects.OfType<SetTimer>().Single().Due);
        var none = Do(new FollowDefinition("report"), Noon);

        Assert.Contains(none.Effects, e => e is ClearTimer { Key: "time:tick" });
        Assert.DoesNotContain(none.Effects, e => e is SetTimer);
        Assert.Empty(Do(new TriggerDue("tick", Noon), Noon).Effects);
    }

    [Fact]
    public void Event_startsAPlanWithWhatItBrought_eachTimeAnother()
    {
        Do(new FollowDefinition("report"), Noon, Version("report", 1, """{"id":"ev","type":"Elsa.Event","version":1,"customProperties":{"canStartWorkflow":true},"eventName":{"typeName":"String","expression":{"type":"Literal","value":"go"}}}"""));

        var (one, two) = (Started(), Started());

        Assert.NotEqual(one.Target, two.Target);
        Assert.Equal(7, (int)((StartPlan)one.Command).TriggerPayload!["n"]!);

        Tell Started() => Do(new EventArrived("event:ev", "go", new JsonObject { ["n"] = 7 }), Noon).Effects.OfType<Tell>().Single();
    }

    [Theory]
    [InlineData("child-with-dots.1", "child-with-dots.1")]
    [InlineData("4D98EA0AC6", "4d98ea0ac6-")]
    [InlineData("Matter Workflow", "matter-workflow-")]
    public void KeyOfADefinition_isItsIdWhereThatCanBeAKey(string id, string key)
    {
        Assert.StartsWith(key, DefinitionKey.Of(id), StringComparison.Ordinal);
        Assert.True(DefinitionKey.IsKey(DefinitionKey.Of(id)));
        Assert.Equal(DefinitionKey.Of(id), DefinitionKey.Of(id));
    }

    private static PublishedVersion Timer(string id, int number, string interval) => Version(id, number,
        $$$$"""{"id":"tick","type":"Elsa.Timer","version":1,"customProperties":{"canStartWorkflow":true},"interval":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"{{{{interval}}}}"}}}""");

    private static PublishedVersion Version(string id, int number, string activity)
    {
        var content = $$$"""{"id":"{{{id}}}-{{{number}}}","definitionId":"{{{id}}}","name":"{{{id}}}","version":{{{number}}},"root":{"id":"f","type":"Elsa.Flowchart","version":1,"activities":[{{{activity}}}],"connections":[]}}""";
        return new PublishedVersion(number, content, "", "person/p", Noon, new PersonalRef("n", "h"));
    }

    private Decision.Accepted Do(Command command, Instant now, params PublishedVersion[] versions)
    {
        var evidence = ImmutableDictionary<ActorId, Evidence>.Empty.Add(Definition, new Evidence(1, new DefinitionState { Exists = true, Versions = [.. versions] }));
        var context = new DecisionContext(new ActorId(ActorKind.Trigger, "report"), $"c{++commands}", now, Origin.System) { Evidence = evidence };
        var decision = Assert.IsType<Decision.Accepted>(rules.Decide(state, command, context));
        state = decision.Events.Aggregate(state, rules.Apply);
        return decision;
    }
}
