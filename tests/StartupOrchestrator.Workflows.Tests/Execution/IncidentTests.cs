using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

public sealed class IncidentTests
{
    private static readonly StepContext Blocking = new(Steps.Noon) { IncidentStrategy = IncidentStrategy.ContinueWithIncidents };

    private static JsonObject Picky(string id) => Activity(id, "Elsa.WriteLine", ("text", Js("getN() > 0 ? 'ok' : fail()")));

    [Fact]
    public void Fault_becomes_a_blocked_step_while_other_branches_go_on()
    {
        var steps = new Steps(Chart([Line("s"), Fault("f"), Line("n"), Line("y"), Line("y2")], "s -> f", "s -> y", "f -> n", "y -> y2"), Blocking).Start();

        Assert.Equal("s,y,y2", steps.Printed);
        var blocked = Assert.Single(steps.State.Blocked);
        Assert.Equal((BlockCause.Fault, "f", "broken", InstanceSubStatus.Suspended), (blocked.Cause, blocked.ActivityId, blocked.Message, steps.State.SubStatus));
    }

    [Fact]
    public void Skipping_a_blocked_step_goes_on_with_the_outcome()
    {
        var steps = new Steps(Chart([Fault("f"), Line("n"), Line("m")], "f -> n", "f:Other -> m"), Blocking).Start();

        steps.Take(new SkipStep(steps.State.Blocked[0].Id, "Other"));

        Assert.Equal(("m", InstanceSubStatus.Finished), (steps.Printed, steps.State.SubStatus));
    }

    [Fact]
    public void Retrying_a_blocked_step_executes_it_again()
    {
        var steps = new Steps(Chart([Line("s"), Picky("p"), Event("e"), Set("n", "1"), Line("z")], "s -> p", "s -> e", "e -> n", "p -> z"), Blocking).Start();
        Assert.Contains("fail is not defined", Assert.Single(steps.State.Blocked).Message, StringComparison.Ordinal);

        steps.Resume("e");
        steps.Take(new RetryStep(steps.State.Blocked[0].Id));

        Assert.Equal(("s,ok,z", InstanceSubStatus.Finished), (steps.Printed, steps.State.SubStatus));
    }

    [Fact]
    public void Cancelling_a_blocked_step_ends_its_path_and_joins_stop_counting_on_it()
    {
        var steps = new Steps(Chart([Line("s"), Fault("f"), Line("x"), Line("j")], "s -> f", "s -> x", "f -> j", "x -> j"), Blocking).Start();
        Assert.Equal("s,x", steps.Printed);

        steps.Take(new CancelStep(steps.State.Blocked[0].Id));

        Assert.Equal(("s,x,j", InstanceSubStatus.Finished), (steps.Printed, steps.State.SubStatus));
    }

    [Fact]
    public void Failed_activity_is_tried_again_with_growing_delay_and_then_blocked()
    {
        var retry = new JsonObject { ["maxAttempts"] = 3, ["delay"] = "00:01:00", ["factor"] = 2 };
        var steps = new Steps(Chart([Picky("p").With("retry", retry)]), Blocking).Start();

        var first = Assert.Single(steps.Effects.OfType<StartTimer>());
        Assert.Equal(Steps.Noon + Duration.FromMinutes(1), first.DueInstant);
        steps.Take(new TimerFired(first.BookmarkId));
        var second = steps.Effects.OfType<StartTimer>().Last();
        Assert.Equal(Steps.Noon + Duration.FromMinutes(2), second.DueInstant);
        Assert.Empty(steps.State.Blocked);
        steps.Take(new TimerFired(second.BookmarkId));

        Assert.Equal(3, Assert.Single(steps.State.Blocked).Attempts);
    }

    [Fact]
    public void Endless_loop_without_a_wait_is_a_blocked_step_that_can_go_on()
    {
        var steps = new Steps(Chart([Set("n", "getN() + 1"), Decision("d", "getN() < 400"), Line("z")], "n -> d", "d:True -> n", "d:False -> z"), new StepContext(Steps.Noon) { BurstBudget = 500 }).Start();
        var blocked = Assert.Single(steps.State.Blocked);
        Assert.Equal(BlockCause.BurstBudget, blocked.Cause);

        steps.Take(new RetryStep(blocked.Id));

        Assert.Equal(("z", InstanceSubStatus.Finished), (steps.Printed, steps.State.SubStatus));
    }

    [Fact]
    public void Unknown_activity_faults_when_it_is_executed()
    {
        var steps = new Steps(Chart([Line("a"), Activity("u", "Acme.Magic")], "a -> u")).Start();

        Assert.Equal(InstanceSubStatus.Faulted, steps.State.SubStatus);
        Assert.Contains("Activity type 'Acme.Magic' version '1' could not be found.", steps.State.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Stimulus_without_addressee_changes_nothing_and_says_so()
    {
        var steps = new Steps(Chart([Event("e"), Line("z")], "e -> z")).Start();
        var before = StateJson.Write(steps.State);

        steps.Take(new Resume("nobody"));

        Assert.Equal(before, StateJson.Write(steps.State));
        Assert.Equal(FactKinds.StimulusIgnored, steps.Facts[^1].Kind);
    }
}
