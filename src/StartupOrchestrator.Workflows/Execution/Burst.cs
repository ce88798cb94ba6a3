using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>
/// One step of an instance in the making: a working copy of the state, the queue of scheduled activities, and what the step
/// has caused so far. Activities run one at a time, first scheduled first; nothing is concurrent.
/// </summary>
internal sealed class Burst
{
    private readonly Dictionary<string, ActivityInstance> _live = new(StringComparer.Ordinal);
    private int _ran;

    public Burst(WorkflowGraph graph, InstanceState state, StepContext context)
    {
        Graph = graph;
        Context = context;
        State = StateCopy.Of(state);
        Waits = new WaitBook(this);
        StateCopy.Link(State, graph, _live);
        foreach (var work in State.Queue) Queue.Add(StateCopy.Restore(work, graph, _live));
        State.Queue.Clear();
    }

    public WorkflowGraph Graph { get; }

    public StepContext Context { get; }

    public InstanceState State { get; }

    public WorkQueue Queue { get; } = new();

    public WaitBook Waits { get; }

    public List<JournalFact> Facts { get; } = [];

    public List<Effect> Effects { get; } = [];

    /// <summary>Outputs of this burst by activity, for scripts; values that must last are bound to variables.</summary>
    public Dictionary<(string NodeId, string Output), JsonNode?> Outputs { get; } = [];

    public JsonNode? LastResult { get; set; }

    /// <summary>What the trigger that started the instance brought, for the activity it belongs to.</summary>
    public JsonNode? TriggerPayload { get; set; }

    public string? TriggerActivityId { get; set; }

    public bool FinishRequested { get; set; }

    public ActivityInstance Root => State.Activities[0];

    public ActivityInstance? Find(string id) => _live.GetValueOrDefault(id);

    public string NextId() => (++State.LastNumber).ToString(CultureInfo.InvariantCulture);

    public void Fact(string kind, ActivityInstance? instance = null, JsonNode? data = null) =>
        Facts.Add(new JournalFact(kind, instance?.Id, instance?.NodeId, data));

    /// <summary>Runs scheduled work until there is none; false when the budget ended it first.</summary>
    public bool Drain()
    {
        while (_ran < Context.BurstBudget)
        {
            if (FinishRequested || !Queue.TryTake(out var item)) return true;
            _ran++;
            var instance = item.Existing ?? Create(item.Node, item.Owner, item.Tag, item.Back, item.Variables);
            Execute(instance);
        }

        return Queue.Count == 0;
    }

    public ActivityInstance Create(GraphNode node, ActivityInstance? owner, string? tag = null, bool back = false, Dictionary<string, JsonNode?>? variables = null)
    {
        var instance = new ActivityInstance { Id = NextId(), NodeId = node.NodeId, ParentId = owner?.Id, Tag = tag, ByBackwardConnection = back };
        instance.Node = node;
        instance.Parent = owner;
        owner?.Children.Add(instance);
        if (tag == Compensation.Key) instance.Variables = variables;
        else if (variables is not null) LoopVariables.Give(instance, variables);
        if (node.ScopeVariables.Count > 0)
        {
            instance.Variables ??= [];
            foreach (var variable in node.ScopeVariables) instance.Variables.TryAdd(variable.Name, variable.Default);
        }

        State.Activities.Add(instance);
        _live.Add(instance.Id, instance);
        return instance;
    }

    /// <summary>Executes an activity from its beginning.</summary>
    public void Execute(ActivityInstance instance)
    {
        instance.Attempts++;
        instance.Status = ActivityStatus.Running;
        Fact(FactKinds.ActivityStarted, instance);
        var step = new ActivityContext(this, instance);
        try
        {
            step.EvaluateInputs();
            instance.Node.Behaviour.Execute(step);
            CompleteIfIdle(instance, step);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Faults.Raise(this, instance, e);
        }
    }

    /// <summary>Tells an activity that one of its waits ended.</summary>
    public void Resume(ActivityInstance instance, Resumption resumption, bool retracted = false)
    {
        var step = new ActivityContext(this, instance);
        try
        {
            if (retracted) instance.Node.Behaviour.Retracted(step, resumption);
            else instance.Node.Behaviour.Resume(step, resumption);
            CompleteIfIdle(instance, step);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Faults.Raise(this, instance, e);
        }
    }

    /// <summary>Completes an activity: cancels what still runs below it and tells its parent.</summary>
    public void Complete(ActivityInstance instance, IReadOnlyList<string> outcomes)
    {
        if (instance.Status != ActivityStatus.Running) return;
        foreach (var child in instance.Children.ToArray()) Cancellation.OfCompletedParent(this, child);
        if (instance.Status != ActivityStatus.Running) return;
        instance.Status = ActivityStatus.Completed;
        Fact(FactKinds.ActivityCompleted, instance, outcomes.Count == 1 && outcomes[0] == "Done" ? null : new JsonObject { ["outcomes"] = new JsonArray([.. outcomes.Select(o => JsonValue.Create(o))]) });
        Waits.RemoveAll(instance);
        Compensation.Note(instance);
        try
        {
            // After a Finish nobody is told of an end any more: nothing of the instance runs on.
            if (!FinishRequested && instance.Parent is { Status: ActivityStatus.Running } parent)
            {
                var child = new CompletedChild(instance.Node.Element.Id, outcomes, instance.Tag, instance.Node.Behaviour.IsTerminal) { Instance = instance };
                parent.Node.Behaviour.ChildCompleted(new ActivityContext(this, parent), child);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The container could not go on from here: the step that led here is the one to look at, retry or skip.
            Faults.Raise(this, instance, e);
            return;
        }

        Forget(instance);
    }

    /// <summary>Takes an activity that is over out of the state.</summary>
    public void Forget(ActivityInstance instance)
    {
        instance.Parent?.Children.Remove(instance);
        _live.Remove(instance.Id);
        State.Blocked.RemoveAll(b => b.ActivityInstanceId == instance.Id);
    }

    /// <summary>Whether the instance was started, in this burst, by the trigger of this activity.</summary>
    public bool TriggerPayloadFor(ActivityInstance instance) =>
        TriggerActivityId is { } trigger && instance.Node.Element.Id == trigger;

    public static JsonObject Message(string text) => new JsonObject { ["message"] = text };

    private void CompleteIfIdle(ActivityInstance instance, ActivityContext step)
    {
        if (instance.Status != ActivityStatus.Running || instance.Children.Count > 0 || step.HasScheduled) return;
        if (Waits.HasAny(instance) || State.Blocked.Any(b => b.ActivityInstanceId == instance.Id)) return;
        Complete(instance, ActivityContext.DoneOnly);
    }
}
