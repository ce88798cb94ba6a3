using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Execution;

public sealed class WaitingTests
{
    private static JsonObject Child(string id, bool wait) => Activity(id, "Elsa.ExecuteWorkflow",
        ("workflowDefinitionId", Literal("child")), ("waitForCompletion", Literal(wait, "Boolean")), ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-o" } }));

    [Fact]
    public void Event_registers_its_bookmark_and_brings_its_payload()
    {
        var activity = Event("e", "Approved");
        activity["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-s" } };
        var steps = new Steps(Chart([activity, Script("w", "getS()")], "e -> w")).Start();

        var registered = Assert.Single(steps.Effects.OfType<RegisterBookmark>());
        Assert.Equal(("event", "Approved"), (registered.Kind, (string?)registered.Payload!["eventName"]));
        steps.Resume("e", "hello");

        Assert.Equal("hello", steps.Printed);
    }

    [Fact]
    public void Trigger_that_started_the_instance_does_not_wait_again()
    {
        var steps = new Steps(Chart([Line("a"), Event("e").With("canStartWorkflow", true), Line("b")], "a -> e", "e -> b"));

        steps.Take(new Start { TriggerActivityId = "e", TriggerPayload = 1 });

        Assert.Equal(("b", InstanceSubStatus.Finished), (steps.Printed, steps.State.SubStatus));
    }

    [Fact]
    public void Delay_starts_a_timer_and_cancelling_stops_it()
    {
        var steps = new Steps(Chart([Activity("d", "Elsa.Delay", ("timeSpan", Literal("02:00:00"))), Line("z")], "d -> z")).Start();
        var timer = Assert.Single(steps.Effects.OfType<StartTimer>());
        Assert.Equal(Steps.Noon + Duration.FromHours(2), timer.DueInstant);

        steps.Take(new Cancel("study closed"));

        Assert.Equal(timer.BookmarkId, Assert.Single(steps.Effects.OfType<CancelTimer>()).BookmarkId);
        Assert.Equal((InstanceStatus.Finished, InstanceSubStatus.Cancelled), (steps.State.Status, steps.State.SubStatus));
    }

    [Theory]
    [InlineData("0 0 * * * *", "2026-03-12T13:00:00Z")]
    [InlineData("0 30 9 ? * MON", "2026-03-16T09:30:00Z")]
    public void Cron_waits_for_its_next_occurrence(string cron, string due)
    {
        var steps = new Steps(Chart([Activity("c", "Elsa.Cron", ("cronExpression", Literal(cron)))])).Start();

        Assert.Equal(due, Assert.Single(steps.Effects.OfType<StartTimer>()).DueInstant!.Value.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null));
    }

    [Theory, InlineData(InstanceSubStatus.Finished), InlineData(InstanceSubStatus.Faulted), InlineData(InstanceSubStatus.Cancelled)]
    public void Parent_hears_of_each_end_of_its_child(InstanceSubStatus end)
    {
        var steps = new Steps(Chart([Child("c", true), Script("w", "`${getO().subStatus} ${getO().output.R}`")], "c -> w")).Start();
        var child = Assert.Single(steps.Effects.OfType<StartChild>());
        Assert.StartsWith("i1/", child.ChildInstanceId, StringComparison.Ordinal);
        Assert.Equal("i1", (string?)child.Inputs["ParentInstanceId"]);

        steps.Take(new ChildEnded(child.ChildInstanceId, end, new Dictionary<string, JsonNode?> { ["R"] = 42 }));

        Assert.Equal($"{end} 42", steps.Printed);
    }

    [Fact]
    public void Cancel_waits_until_all_children_have_confirmed()
    {
        var steps = new Steps(Chart([Line("s"), Child("c1", true), Child("c2", true)], "s -> c1", "s -> c2")).Start();
        var children = steps.Effects.OfType<StartChild>().Select(c => c.ChildInstanceId).ToList();

        steps.Take(new Cancel());
        Assert.Equal(children, steps.Effects.OfType<CancelChild>().Select(c => c.ChildInstanceId));
        Assert.Equal(InstanceSubStatus.Cancelling, steps.State.SubStatus);
        steps.Take(new ChildEnded(children[0], InstanceSubStatus.Cancelled));
        Assert.Equal(InstanceSubStatus.Cancelling, steps.State.SubStatus);
        steps.Take(new ChildEnded(children[1], InstanceSubStatus.Finished));

        Assert.Equal(InstanceSubStatus.Cancelled, steps.State.SubStatus);
    }

    [Fact]
    public void Cancel_undoes_what_completed_last_first()
    {
        var steps = new Steps(Chart(
            [Line("a").With("compensateWith", "ua"), Line("b").With("compensateWith", "ub"), Event("e"), Line("ua", "undo a"), Line("ub", "undo b")], "a -> b", "b -> e")).Start();

        steps.Take(new Cancel());

        Assert.Equal(("a,b,undo b,undo a", InstanceSubStatus.Cancelled), (steps.Printed, steps.State.SubStatus));
    }

    [Fact]
    public void Bulk_dispatch_completes_when_every_child_has_ended()
    {
        var bulk = Activity("b", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Literal("child")), ("items", Js("[{Site: 1}, {Site: 2}]")), ("childFaulted", Line("bad")), ("correlationIdFunction", Js("`s${getItem().Site}`")));
        var steps = new Steps(Chart([bulk, Line("z")], "b:Completed -> z")).Start();
        var children = steps.Effects.OfType<StartChild>().ToList();
        Assert.Equal(["s1", "s2"], children.Select(c => c.CorrelationId));
        Assert.Equal(2, children.Select(c => c.ChildInstanceId).Distinct().Count());

        steps.Take(new ChildEnded(children[1].ChildInstanceId, InstanceSubStatus.Faulted));
        Assert.Equal("bad", steps.Printed);
        steps.Take(new ChildEnded(children[0].ChildInstanceId, InstanceSubStatus.Finished));

        Assert.Equal("bad,z", steps.Printed);
    }

    [Fact]
    public void Start_up_style_activity_tells_waits_reminds_and_hears_a_retraction()
    {
        var registry = new ActivityRegistry(ActivityRegistry.Default.All.Select(d => d.Behaviour).Append(new AskForAnswer()));
        var definition = Chart([Activity("ask", "Test.Ask", ("site", Literal("site/12"))), Line("yes"), Event("e")], "ask:Answered -> yes", "yes -> e");
        var steps = new Steps(definition) { Graph = WorkflowGraph.Build(definition, registry) }.Start();

        var told = Assert.Single(steps.Effects.OfType<TellActor>());
        Assert.Equal(("site/12", "ask"), (told.Actor, (string?)told.Command["type"]));
        var awaited = Assert.Single(steps.Effects.OfType<AwaitFact>());
        Assert.Equal("Site contact", awaited.Wait!.Who);
        var reminder = Assert.Single(steps.Effects.OfType<StartTimer>());
        steps.Take(new TimerFired(reminder.BookmarkId));
        Assert.Equal("reminded", steps.Printed);
        steps.Take(new FactHolds(awaited.BookmarkId, "no"));
        Assert.Equal("reminded,seen no", steps.Printed);
        steps.Take(new FactRetracted(awaited.BookmarkId, "typed wrong"));
        Assert.Equal("reminded,seen no,retracted typed wrong", steps.Printed);
        steps.Take(new FactHolds(steps.State.Bookmarks[0].Id, "yes"));

        Assert.Equal("reminded,seen no,retracted typed wrong,seen yes,yes", steps.Printed);
        Assert.Equal(told.CommandId, new Steps(definition) { Graph = steps.Graph }.Start().Effects.OfType<TellActor>().Single().CommandId);
    }

    [Fact]
    public void Activity_that_declares_itself_blocked_waits_for_a_person()
    {
        var registry = new ActivityRegistry(ActivityRegistry.Default.All.Select(d => d.Behaviour).Append(new AskForAnswer()));
        var definition = Chart([Activity("ask", "Test.Ask"), Line("z")], "ask:Answered -> z");
        var steps = new Steps(definition) { Graph = WorkflowGraph.Build(definition, registry) }.Start();

        Assert.Equal((BlockCause.Declared, "No site is given."), (steps.State.Blocked[0].Cause, steps.State.Blocked[0].Message));
        steps.Take(new SkipStep(steps.State.Blocked[0].Id, "Answered"));
        Assert.Equal("z", steps.Printed);
    }

    [Activity("Test.Ask", 1, "Test", "Asks a site and waits for its answer.")]
    [Input("site", "String")]
    [Outcome("Answered")]
    private sealed class AskForAnswer : Activity
    {
        protected override void Execute(ActivityContext step)
        {
            if (step.Text("site") is not { } site)
            {
                step.Block("No site is given.");
                return;
            }

            step.Effects.Tell(site, new JsonObject { ["type"] = "ask" });
            Await(step, site);
            step.Waits.Until(step.Now + Duration.FromDays(3), "reminder");
        }

        protected override void Resume(ActivityContext step, Resumption resumption)
        {
            if (resumption.Name == "reminder")
            {
                step.Effects.WriteLine("reminded");
                return;
            }

            step.Effects.WriteLine($"seen {resumption.Payload}");
            if ((string?)resumption.Payload == "yes") step.Complete("Answered");
            else step.Waits.Until(step.Now + Duration.FromDays(9), "objection");
        }

        protected override void Retracted(ActivityContext step, Resumption resumption)
        {
            step.Effects.WriteLine($"retracted {resumption.Payload}");
            step.Waits.Drop("objection");
            Await(step, step.Text("site")!);
        }

        private static void Await(ActivityContext step, string site) =>
            step.Waits.ForFact(site, "answered", new Wait("Site contact", "answer the question", "2026-04-01"), retractable: true);
    }
}
