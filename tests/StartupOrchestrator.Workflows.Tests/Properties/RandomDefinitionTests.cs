using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.Properties;

/// <summary>Rules that hold for every definition. Each failure names its seed.</summary>
public sealed class RandomDefinitionTests
{
    private static int Count => Environment.GetEnvironmentVariable("STARTUP_LONG") == "1" ? 10_000 : 300;

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Every_instance_ends_or_declares_an_incident(FlowMode mode) => ForEachSeed(seed =>
    {
        var result = WorkflowSimulator.Run([new RandomDefinitions(seed).Make()], new SimulationOptions { FlowMode = mode, BurstBudget = 2000, MaxResumptions = 60 });

        // A flow of tokens may multiply at joins of a loop; it is then given up, still waiting, which is no silent end.
        Assert.True(result.Status == InstanceStatus.Finished || result.Blocked.Count > 0 || (result.GivenUp && result.Waits.Count > 0),
            $"{result.SubStatus} with {result.Waits.Count} waits");
        Assert.True(result.SubStatus != InstanceSubStatus.Faulted || result.Fault is not null);
    });

    [Theory, InlineData(FlowMode.Counter), InlineData(FlowMode.Token)]
    public void Killing_between_any_two_steps_and_going_on_from_the_stored_state_changes_nothing(FlowMode mode) => ForEachSeed(seed =>
    {
        var graph = WorkflowGraph.Build(new RandomDefinitions(seed).Make());
        var context = new StepContext(Steps.Noon) { FlowMode = mode, BurstBudget = 2000, IncidentStrategy = seed % 2 == 0 ? IncidentStrategy.Fault : IncidentStrategy.ContinueWithIncidents };
        var live = InstanceState.New("i");
        var order = new Random(seed);
        Stimulus? stimulus = new Start();
        for (var step = 0; stimulus is not null && step < 40; step++)
        {
            var stored = StateJson.Read(StateJson.Write(live));
            var before = StateJson.Write(live);
            var (one, other) = (Engine.Run(graph, live, stimulus, context), Engine.Run(graph, stored, stimulus, context));

            Assert.Equal(before, StateJson.Write(live));
            Assert.Equal(one.Facts.Select(StateJson.Write), other.Facts.Select(StateJson.Write));
            Assert.Equal(one.Effects.Select(e => e.GetType().Name), other.Effects.Select(e => e.GetType().Name));
            Assert.Equal(StateJson.Write(one.State), StateJson.Write(other.State));
            live = one.State;
            stimulus = Next(live, order);
        }
    });

    [Fact]
    public void No_join_fires_twice_without_a_loop() => ForEachSeed(seed =>
    {
        var random = new RandomDefinitions(seed);
        var definition = random.Make();
        if (random.HasLoop) return;
        var graph = WorkflowGraph.Build(definition);
        var result = WorkflowSimulator.Run([definition], new SimulationOptions { FlowMode = FlowMode.Counter });
        var joins = graph.Nodes.Where(n => n.Descriptor.Behaviour is FlowJoin && n.Parent == graph.Root.Children[0].Node).Select(n => n.NodeId).ToHashSet();

        Assert.All(result.Facts.Where(f => f.Kind == FactKinds.ActivityStarted && joins.Contains(f.NodeId!)).GroupBy(f => f.NodeId), g => Assert.Single(g));
    });

    [Fact]
    public void Cancelling_at_any_moment_leaves_nothing_behind() => ForEachSeed(seed =>
    {
        var graph = WorkflowGraph.Build(new RandomDefinitions(seed).Make());
        var context = new StepContext(Steps.Noon) { BurstBudget = 2000 };
        var order = new Random(seed);
        var open = new HashSet<string>();
        var state = InstanceState.New("i");
        Stimulus? stimulus = new Start();
        for (var step = 0; stimulus is not null; step++)
        {
            var result = Engine.Run(graph, state, stimulus, context);
            state = result.State;
            if (stimulus is Resume resumed) open.Remove(resumed.BookmarkId);
            foreach (var effect in result.Effects)
            {
                switch (effect)
                {
                    case RegisterBookmark r: Assert.True(open.Add(r.BookmarkId)); break;
                    case StartTimer t: Assert.True(open.Add(t.BookmarkId)); break;
                    case RemoveBookmark r: Assert.True(open.Remove(r.BookmarkId)); break;
                    case CancelTimer t: Assert.True(open.Remove(t.BookmarkId)); break;
                }
            }

            Assert.Equal(open.Order(StringComparer.Ordinal), state.Bookmarks.Select(b => b.Id).Order(StringComparer.Ordinal));
            if (stimulus is Cancel) break;
            stimulus = state.IsFinished ? null : step > seed % 5 ? new Cancel() : Next(state, order) ?? new Cancel();
        }

        Assert.Equal(InstanceStatus.Finished, state.Status);
        Assert.Empty(state.Activities);
        Assert.Empty(open);
    });

    private static Stimulus? Next(InstanceState state, Random random)
    {
        if (state.Blocked.Count > 0 && random.Next(2) == 0)
        {
            var step = state.Blocked[random.Next(state.Blocked.Count)].Id;
            return random.Next(3) switch { 0 => new RetryStep(step), 1 => new SkipStep(step), _ => new CancelStep(step) };
        }

        return state.Bookmarks.Count == 0 ? null : new Resume(state.Bookmarks[random.Next(state.Bookmarks.Count)].Id);
    }

    private static void ForEachSeed(Action<int> rule)
    {
        for (var seed = 1; seed <= Count; seed++)
        {
            try
            {
                rule(seed);
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}: {e.Message}\n{e.StackTrace}");
            }
        }
    }
}
