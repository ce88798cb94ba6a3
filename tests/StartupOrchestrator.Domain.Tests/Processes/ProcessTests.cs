using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Processes;
using StartupOrchestrator.Domain.Studies;

namespace StartupOrchestrator.Domain.Tests.Processes;

public sealed class ProcessTests
{
    private static readonly ActorId Self = new(ActorKind.Process, "p1");
    private readonly ProcessActor rules = new();
    private ProcessState state = new();

    [Fact]
    public void A_long_plan_is_sent_in_pieces_and_is_done_when_all_is_sent()
    {
        var first = Do(new StartProcess("import", "Import", Items(120), Dispatch: true));
        Assert.Equal(50, first.Effects.OfType<Tell>().Count(t => t.Target != Self));
        Assert.Contains(first.Effects.OfType<Tell>(), t => t.Command is ContinueProcess);

        Do(new ContinueProcess());
        Assert.Equal((ProcessStatus.Running, 100), (state.Status, state.Done));
        var last = Do(new ContinueProcess());

        Assert.DoesNotContain(last.Effects.OfType<Tell>(), t => t.Command is ContinueProcess);
        Assert.Equal((ProcessStatus.Done, 120), (state.Status, state.Done));
    }

    [Fact]
    public void An_item_with_a_fact_is_done_when_the_fact_holds_and_counted_once()
    {
        Do(new StartProcess("start", "Start", [new ProcessItem("a", new(ActorKind.Study, "s"), new ChangeStudy(Title: "x"), "status:planning")], Dispatch: true));
        Assert.Equal(ProcessStatus.Running, state.Status);

        var told = new FactChanged(new(ActorKind.Study, "s"), "status:planning", "a", true, null);
        Do(told);
        Do(told);

        Assert.Equal((ProcessStatus.Done, 1), (state.Status, state.Done));
    }

    [Fact]
    public void What_the_caller_reports_is_counted_once_and_failures_can_be_tried_again()
    {
        Do(new StartProcess("bulk", "Bulk", [new("a", new(ActorKind.Site, "1")), new("b", new(ActorKind.Site, "2"))]));
        Do(new ItemDone("a"));
        Do(new ItemDone("a"));
        Do(new ItemFailed("b", "state.not-allowed", "The site is dropped."));
        Assert.Equal((ProcessStatus.DoneWithFailures, 1), (state.Status, state.Done));

        Do(new RetryFailed());
        Do(new ItemDone("b"));

        Assert.Equal((ProcessStatus.Done, 2), (state.Status, state.Done));
    }

    [Theory]
    [InlineData("b")]
    public void An_item_that_is_not_in_the_plan_is_refused(string item)
    {
        Do(new StartProcess("bulk", "Bulk", Items(1)));

        Assert.IsType<Decision.Refused>(rules.Decide(state, new ItemDone(item), Context()));
    }

    [Fact]
    public void Two_items_with_one_key_are_refused()
    {
        var twice = new StartProcess("bulk", "Bulk", [.. Items(1), .. Items(1)]);

        Assert.IsType<Decision.Refused>(rules.Decide(state, twice, Context()));
    }

    private static ImmutableArray<ProcessItem> Items(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ProcessItem($"i{i}", new(ActorKind.Study, $"s{i}"), new ChangeStudy(Title: "x")))];

    private static DecisionContext Context() => new(Self, "c", Instant.FromUtc(2026, 11, 22, 9, 0), new Origin("person/u"));

    private Decision.Accepted Do(Command command)
    {
        var accepted = Assert.IsType<Decision.Accepted>(rules.Decide(state, command, Context()));
        state = accepted.Events.Aggregate(state, rules.Apply);
        return accepted;
    }
}
