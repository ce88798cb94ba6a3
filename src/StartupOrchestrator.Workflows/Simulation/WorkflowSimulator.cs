using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Simulation;

/// <summary>
/// Runs a workflow in memory to its end: every wait is ended in turn; timers by virtual time, tasks as
/// completed, events as published, children by running them. Nothing reaches the world.
/// </summary>
public sealed class WorkflowSimulator
{
    private readonly SimulationOptions _options;
    private readonly DefinitionSet _definitions;
    private readonly WorkflowDefinition _main;
    private readonly Dictionary<string, Running> _instances = new(StringComparer.Ordinal);
    private readonly List<Running> _order = [];
    private readonly List<string> _lines = [];
    private readonly List<JournalFact> _facts = [];
    private readonly List<Effect> _effects = [];
    private readonly Queue<PublishEvent> _events = new();
    private readonly List<DefinitionProblem> _problems = [];
    private Instant _now;
    private int _resumptions;

    private WorkflowSimulator(IReadOnlyList<WorkflowDefinition> definitions, SimulationOptions options)
    {
        _main = definitions[0];
        _definitions = new DefinitionSet(definitions);
        _options = options;
        _now = options.Start;
    }

    /// <summary>Runs the first definition; the others are there to be its children and activities.</summary>
    public static SimulationResult Run(IReadOnlyList<WorkflowDefinition> definitions, SimulationOptions? options = null) =>
        new WorkflowSimulator(definitions, options ?? new SimulationOptions()).Run();

    private SimulationResult Run()
    {
        var main = Begin("run", _main, new Start(_options.Inputs));
        var givenUp = !ResumeAll();
        return new SimulationResult
        {
            Status = main.State.Status,
            SubStatus = main.State.SubStatus,
            Lines = _lines,
            Outputs = main.State.Output,
            Blocked = [.. _order.SelectMany(i => i.State.Blocked)],
            Waits = [.. _order.SelectMany(i => i.State.Bookmarks)],
            Fault = main.State.Fault,
            GivenUp = givenUp,
            Facts = _facts,
            Effects = _effects,
            Problems = _problems,
            State = main.State,
        };
    }

    /// <summary>Ends open waits round by round; false when there were too many.</summary>
    private bool ResumeAll()
    {
        while (true)
        {
            var open = _order.SelectMany(Open).ToList();
            if (open.Count == 0) return true;
            foreach (var (instance, bookmark) in open)
            {
                if (!instance.State.Bookmarks.Contains(bookmark)) continue;
                if (++_resumptions > _options.MaxResumptions) return false;
                Step(instance, End(bookmark));
            }
        }
    }

    /// <summary>What others end comes first, oldest first; then timers, newest first: the order in which recordings of the original were made.</summary>
    private static IEnumerable<(Running Instance, Bookmark Bookmark)> Open(Running instance)
    {
        var bookmarks = instance.State.Bookmarks.Where(b => b.Kind != BookmarkKinds.Child).ToList();
        return bookmarks.Where(b => b.Kind != BookmarkKinds.Timer).Concat(bookmarks.Where(b => b.Kind == BookmarkKinds.Timer).Reverse()).Select(b => (instance, b));
    }

    private Stimulus End(Bookmark bookmark)
    {
        switch (bookmark.Kind)
        {
            case BookmarkKinds.Timer or BookmarkKinds.Retry:
                _now = Instant.Max(_now, Due(bookmark.Payload!));
                return new TimerFired(bookmark.Id);
            case BookmarkKinds.Fact:
                return new FactHolds(bookmark.Id, _options.Answer?.Invoke(bookmark));
            default:
                return new Resume(bookmark.Id, _options.Answer?.Invoke(bookmark));
        }
    }

    private static Instant Due(JsonNode payload)
    {
        if ((string?)payload["due"] is { } due) return InstantPattern.ExtendedIso.Parse(due).Value;
        var local = LocalDateTimePattern.ExtendedIso.Parse((string)payload["dueLocal"]!).Value;
        return local.InZoneLeniently(DateTimeZoneProviders.Tzdb[(string)payload["zone"]!]).ToInstant();
    }

    private Running Begin(string id, WorkflowDefinition definition, Start start)
    {
        var graph = WorkflowGraph.Build(definition, _options.Registry, _definitions);
        _problems.AddRange(graph.Problems);
        var instance = new Running(graph, InstanceState.New(id));
        _instances[id] = instance;
        _order.Add(instance);
        Step(instance, start);
        return instance;
    }

    private void Step(Running instance, Stimulus stimulus)
    {
        var wasFinished = instance.State.IsFinished;
        var context = new StepContext(_now)
        {
            FlowMode = _options.FlowMode,
            Zone = _options.Zone,
            BurstBudget = _options.BurstBudget,
            Facts = _options.Facts,
        };
        var result = Engine.Run(instance.Graph, instance.State, stimulus, context);
        instance.State = result.State;
        _facts.AddRange(result.Facts);
        foreach (var effect in result.Effects) Carry(instance, effect);
        if (!wasFinished && instance.State.IsFinished && instance.ReportsTo is { } parent)
            Step(parent, new ChildEnded(instance.State.Id, instance.State.SubStatus, instance.State.Output));
        while (_events.TryDequeue(out var published)) Deliver(published);
    }

    private void Carry(Running instance, Effect effect)
    {
        switch (effect)
        {
            case WriteLine line:
                if (line.Text.Length > 0) _lines.Add(line.Text);
                break;
            case StartChild child:
                StartChildOf(instance, child);
                break;
            case CancelChild cancel when _instances.TryGetValue(cancel.ChildInstanceId, out var cancelled):
                Step(cancelled, new Cancel());
                break;
            case PublishEvent published:
                _events.Enqueue(published);
                _effects.Add(effect);
                break;
            case RegisterBookmark or RemoveBookmark or StartTimer or CancelTimer:
                break;
            default:
                _effects.Add(effect);
                break;
        }
    }

    private void StartChildOf(Running parent, StartChild child)
    {
        if (_definitions.Find(child.DefinitionId, null, 0) is not { } definition)
        {
            _problems.Add(DefinitionProblem.Warning("no-child", "", $"No definition '{child.DefinitionId}' was given; the child counts as faulted."));
            if (child.ReportsEnd) Step(parent, new ChildEnded(child.ChildInstanceId, InstanceSubStatus.Faulted));
            return;
        }

        var start = new Start(child.Inputs) { CorrelationId = child.CorrelationId, ParentInstanceId = parent.State.Id };
        var instance = Begin(child.ChildInstanceId, definition, start);
        if (!child.ReportsEnd) return;
        if (instance.State.IsFinished) Step(parent, new ChildEnded(child.ChildInstanceId, instance.State.SubStatus, instance.State.Output));
        else instance.ReportsTo = parent;
    }

    private void Deliver(PublishEvent published)
    {
        var waiting = _order.SelectMany(i => i.State.Bookmarks.Select(b => (Instance: i, Bookmark: b)))
            .Where(w => w.Bookmark.Kind == BookmarkKinds.Event && (string?)w.Bookmark.Payload?["eventName"] == published.EventName
                && (published.CorrelationId is null || w.Instance.State.CorrelationId == published.CorrelationId))
            .ToList();
        foreach (var (instance, bookmark) in waiting) Step(instance, new Resume(bookmark.Id, published.Payload));
    }

    private sealed class Running(WorkflowGraph graph, InstanceState state)
    {
        public WorkflowGraph Graph { get; } = graph;

        public InstanceState State { get; set; } = state;

        public Running? ReportsTo { get; set; }
    }
}
