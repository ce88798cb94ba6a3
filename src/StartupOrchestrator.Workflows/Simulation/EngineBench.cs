using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Instances;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Simulation;

/// <summary>What the engine does on this machine.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Aim">What it should be.</param>
/// <param name="IsMet">Whether it is.</param>
public sealed record BenchFigure(string Name, double Value, string Unit, string Aim, bool IsMet)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Value:N1} {Unit} (aim {Aim}) {(IsMet ? "ok" : "missed")}");
}

/// <summary>Measures the engine: one thread, no storage.</summary>
public static class EngineBench
{
    private static readonly StepContext Context = new(Instant.FromUtc(2026, 1, 5, 8, 0));
    private static readonly StepContext Recording = Context with { RecordValues = true };

    /// <summary>Takes all figures; about two seconds each.</summary>
    /// <param name="clock">Clock to measure with.</param>
    /// <param name="seconds">Length of each measurement.</param>
    public static IReadOnlyList<BenchFigure> Run(TimeProvider clock, double seconds = 2)
    {
        var three = WorkflowGraph.Build(DefinitionReader.Read(BenchDefinitions.Lines(3)));
        var loop = WorkflowGraph.Build(DefinitionReader.Read(BenchDefinitions.EventLoop()));
        var started = Rate(clock, seconds, () => Engine.Run(three, InstanceState.New("b"), new Start(), Context));
        var waiting = Engine.Run(loop, InstanceState.New("b"), new Start(), Context).State;
        var resumed = Rate(clock, seconds, () => waiting = Resume(loop, waiting));
        var young = Age(loop, 100);
        var old = Age(loop, 10_000);
        var youngRate = Rate(clock, seconds / 2, () => Resume(loop, young));
        var oldRate = Rate(clock, seconds / 2, () => Resume(loop, old));
        var expressions = Expressions(clock, seconds);
        var recorded = Rate(clock, seconds / 2, () => Resume(loop, waiting, Recording));
        var plain = Rate(clock, seconds / 2, () => Resume(loop, waiting));
        var large = BenchDefinitions.Lines(2000);
        var begin = clock.GetTimestamp();
        var problems = DefinitionValidator.Validate(DefinitionReader.Read(large));
        var parse = clock.GetElapsedTime(begin).TotalMilliseconds;
        var text = large.ToJsonString();
        begin = clock.GetTimestamp();
        var length = Publish(text);
        var publish = clock.GetElapsedTime(begin).TotalMilliseconds;
        return
        [
            new("start and finish of three lines", started, "/s", "20,000 /s", started >= 20_000),
            new("resumptions of an event loop", resumed, "/s", "50,000 /s", resumed >= 50_000),
            new("expressions getN() > 3", expressions, "/s", "100,000 /s", expressions >= 100_000),
            new("step with its inputs and outputs in the history over one without", plain / recorded, "x", "at most 1.5 x", plain / recorded <= 1.5),
            new("step after 10,000 events over step after 100", youngRate / oldRate, "x", "at most 2 x", youngRate / oldRate <= 2),
            new("read and check 2,000 activities", parse, "ms", "below 1,000 ms", parse < 1000 && problems.Count == 0),
            new("publish 2,000 activities: read, check, pin, write", publish, "ms", "below 1,000 ms", publish < 1000 && length > 0),
        ];
    }

    /// <summary>All figures as JSON.</summary>
    public static JsonArray ToJson(IEnumerable<BenchFigure> figures) => new([.. figures.Select(f => new JsonObject
    {
        ["name"] = f.Name,
        ["value"] = Math.Round(f.Value, 1),
        ["unit"] = f.Unit,
        ["aim"] = f.Aim,
        ["met"] = f.IsMet,
    })]);

    private static InstanceState Resume(WorkflowGraph graph, InstanceState state, StepContext? context = null) =>
        Engine.Run(graph, state, new Resume(state.Bookmarks[0].Id), context ?? Context).State;

    /// <summary>A condition over a variable, as an activity of a running instance evaluates it: accessors, budget and conversion included.</summary>
    private static double Expressions(TimeProvider clock, double seconds)
    {
        var graph = WorkflowGraph.Build(DefinitionReader.Read(BenchDefinitions.EventLoop()));
        var burst = new Burst(graph, Engine.Run(graph, InstanceState.New("b"), new Start(), Context).State, Context);
        var input = CompiledInput.Of(new InputSource(ExpressionKind.JavaScript, "JavaScript", JsonValue.Create("getN() > 3"), null, ""), ValueType.Find("Boolean")!);
        return Rate(clock, seconds, () => InputEvaluator.Evaluate(burst, burst.Root.Children[0], input, "condition"));
    }

    /// <summary>What publishing does with a file, all but the commit.</summary>
    private static int Publish(string text)
    {
        var definition = DefinitionReader.Read(text);
        var refused = DefinitionValidator.Validate(definition).Any(p => p.Severity == ProblemSeverity.Error);
        return refused ? 0 : Publication.Prepare(definition, "bench-2", 2).ToJson().ToJsonString().Length;
    }

    private static InstanceState Age(WorkflowGraph graph, int events)
    {
        var state = Engine.Run(graph, InstanceState.New("b"), new Start(), Context).State;
        for (var i = 0; i < events; i++) state = Resume(graph, state);
        return state;
    }

    private static double Rate(TimeProvider clock, double seconds, Action action)
    {
        for (var i = 0; i < 2000; i++) action();
        var begin = clock.GetTimestamp();
        var count = 0;
        do
        {
            for (var i = 0; i < 200; i++) action();
            count += 200;
        }
        while (clock.GetElapsedTime(begin).TotalSeconds < seconds);
        return count / clock.GetElapsedTime(begin).TotalSeconds;
    }
}
