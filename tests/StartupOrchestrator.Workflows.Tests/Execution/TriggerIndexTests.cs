using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

public sealed class TriggerIndexTests
{
    [Fact]
    public void Triggers_are_what_can_start_the_workflow_with_what_to_watch_for()
    {
        var graph = WorkflowGraph.Build(Chart(
        [
            Event("e", "Approved").With("canStartWorkflow", true),
            Activity("c", "Elsa.Cron", ("cronExpression", Literal("0 0 * * * *"))).With("canStartWorkflow", true),
            Activity("t", "Elsa.Timer", ("interval", Literal("00:10:00"))).With("canStartWorkflow", true),
            Event("inside"),
            Line("w").With("canStartWorkflow", true),
        ]));

        var triggers = TriggerIndex.Of(graph);

        Assert.Equal(["e event", "c cron", "t interval"], triggers.Select(t => $"{t.ActivityId} {t.Kind}"));
        Assert.Equal("Approved", (string?)triggers[0].Payload["eventName"]);
        Assert.Null(TriggerIndex.NextFiring(triggers[0], Steps.Noon));
        Assert.Equal(Steps.Noon + NodaTime.Duration.FromHours(1), TriggerIndex.NextFiring(triggers[1], Steps.Noon));
        Assert.Equal(Steps.Noon + NodaTime.Duration.FromMinutes(10), TriggerIndex.NextFiring(triggers[2], Steps.Noon));
    }
}
