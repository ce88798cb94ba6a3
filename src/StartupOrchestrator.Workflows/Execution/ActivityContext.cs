using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Definitions;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>What an activity sees and can order during one call. It is worth nothing after the call.</summary>
public sealed class ActivityContext
{
    internal static readonly string[] DoneOnly = ["Done"];
    private readonly Burst _burst;
    private JsonNode?[]? _evaluated;

    internal ActivityContext(Burst burst, ActivityInstance instance)
    {
        _burst = burst;
        Instance = instance;
        Waits = new ActivityWaits(burst, instance);
        Effects = new ActivityEffects(burst, instance);
    }

    internal ActivityInstance Instance { get; }

    internal Burst Burst => _burst;

    internal bool HasScheduled { get; private set; }

    /// <summary>Time of the step, UTC.</summary>
    public Instant Now => _burst.Context.Now;

    /// <summary>Time zone for local due times.</summary>
    public DateTimeZone Zone => _burst.Context.Zone;

    /// <summary>Facts of the surroundings, as ids of study, country and site; not to be changed.</summary>
    public JsonObject Facts => _burst.Context.Facts;

    /// <summary>Id of the workflow instance.</summary>
    public string WorkflowInstanceId => _burst.State.Id;

    /// <summary>Id of this execution of the activity, unique in the instance; ids of effects derive from it.</summary>
    public string ActivityInstanceId => Instance.Id;

    /// <summary>The activity in the document.</summary>
    public ActivityElement Element => Instance.Node.Element;

    /// <summary>Correlation of the instance.</summary>
    public string? CorrelationId
    {
        get => _burst.State.CorrelationId;
        set => _burst.State.CorrelationId = value;
    }

    /// <summary>Name of the instance.</summary>
    public string? InstanceName
    {
        get => _burst.State.Name;
        set => _burst.State.Name = value;
    }

    /// <summary>Whether this activity is the trigger that started the instance; it must then not wait for it again.</summary>
    public bool IsTrigger => _burst.TriggerPayloadFor(Instance);

    /// <summary>What the trigger brought.</summary>
    public JsonNode? TriggerPayload => _burst.TriggerPayload;

    /// <summary>Orders waits: events, tasks, facts, timers, children.</summary>
    public ActivityWaits Waits { get; }

    /// <summary>Orders effects: commands to actors, events, lines, calls at the edge.</summary>
    public ActivityEffects Effects { get; }

    /// <summary>Variables in scope.</summary>
    public Scope Variables => new(_burst, Instance);

    /// <summary>Value of an input, converted to its declared type; its default when not given.</summary>
    /// <exception cref="ActivityFaultException">The expression failed.</exception>
    public JsonNode? Input(string name)
    {
        var inputs = Instance.Node.Descriptor.Inputs;
        for (var i = 0; i < inputs.Count; i++)
        {
            if (!string.Equals(inputs[i].Name, name, StringComparison.Ordinal)) continue;
            if (_evaluated is { } known && !inputs[i].Source.Lazy) return known[i];
            return Evaluate(i);
        }

        throw new InvalidOperationException($"{Element.Type} does not declare the input '{name}'.");
    }

    /// <summary>An input as text.</summary>
    public string? Text(string name) => Values.Text(Input(name));

    /// <summary>An input as a flag; false when not given.</summary>
    public bool Flag(string name) => Values.Truth(Input(name));

    /// <summary>An input as a number.</summary>
    public double? Number(string name) => Values.Number(Input(name));

    /// <summary>An input as a length of time.</summary>
    public TimeSpan? Span(string name) => Values.Duration(Input(name));

    /// <summary>An input as a point in time, UTC.</summary>
    public Instant? Instant(string name) => Values.Instant(Input(name));

    /// <summary>An input as a list, which may stand as JSON text; a single value is a list of one; empty when not given.</summary>
    public IReadOnlyList<JsonNode?> List(string name) => Input(name) switch
    {
        null => [],
        JsonArray array => [.. array],
        var single => Values.Items(single) is { Count: > 0 } items ? items : [single],
    };

    /// <summary>An input as an object; empty when not given.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Map(string name) =>
        Input(name) is JsonObject map ? map.ToDictionary(p => p.Key, p => p.Value) : new Dictionary<string, JsonNode?>();

    /// <summary>Evaluates a bare expression as <c>{ type, value }</c>, or one wrapped as an input.</summary>
    /// <exception cref="ActivityFaultException">The expression failed.</exception>
    public JsonNode? Evaluate(JsonNode? expression, ValueType type, IReadOnlyDictionary<string, JsonNode?>? arguments = null)
    {
        if (expression is not JsonObject o) return expression;
        var bare = o["expression"] as JsonObject ?? o;
        if (InputSource.FromExpression(bare, null, Element.Path) is not { } source) return null;
        var compiled = Instance.Node.Expression(bare, source, type);
        return InputEvaluator.Evaluate(_burst, Instance, compiled, Element.DisplayName ?? Element.Id, arguments);
    }

    /// <summary>An input of the workflow; inside a workflow used as an activity, of that activity.</summary>
    public JsonNode? WorkflowInput(string name) => Variables.WorkflowInput(name);

    /// <summary>Sets an output: it goes where the definition binds it, and scripts of this burst see it.</summary>
    public void SetOutput(string name, JsonNode? value) => OutputBinding.Set(_burst, Instance, name, value);

    /// <summary>What the activity kept under this key.</summary>
    public JsonNode? Recall(string key) => Instance.Memory?.GetValueOrDefault(key);

    /// <summary>Keeps a value until the activity is over; null removes it.</summary>
    public void Remember(string key, JsonNode? value)
    {
        if (value is not null) (Instance.Memory ??= [])[key] = value;
        else if (Instance.Memory?.Remove(key) == true && Instance.Memory.Count == 0) Instance.Memory = null;
    }

    /// <summary>Completes the activity with these outcomes, or with Done. What still runs below it is cancelled.</summary>
    public void Complete(params IReadOnlyList<string> outcomes) => _burst.Complete(Instance, outcomes.Count == 0 ? DoneOnly : outcomes);

    /// <summary>Completes the activity with no outcome at all: no connection is followed.</summary>
    public void CompleteWithoutOutcome() => _burst.Complete(Instance, []);

    /// <summary>Makes the step a blocked one: it goes on only when a person retries, skips or cancels it.</summary>
    /// <param name="cause">What is wrong and what to do, for that person.</param>
    public void Block(string cause) => Faults.Block(_burst, Instance, BlockCause.Declared, cause);

    /// <summary>Schedules an embedded activity; its end is told to <c>ChildCompleted</c>.</summary>
    public void Schedule(GraphNode node, string? tag = null, Dictionary<string, JsonNode?>? variables = null)
    {
        HasScheduled = true;
        _burst.Queue.Add(new WorkItem { Node = node, Owner = Instance, Tag = tag, Variables = variables });
    }

    internal void ExecuteAgain() => _burst.Execute(Instance);

    internal void ScheduleBack(GraphNode node)
    {
        HasScheduled = true;
        _burst.Queue.Add(new WorkItem { Node = node, Owner = Instance, Back = true });
    }

    internal void EvaluateInputs()
    {
        var inputs = Instance.Node.Inputs;
        if (inputs.Length == 0 || Instance.Node.Composite is not null) return;
        var descriptors = Instance.Node.Descriptor.Inputs;
        _evaluated = new JsonNode?[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            if (!descriptors[i].Source.Lazy) _evaluated[i] = Evaluate(i);
        if (_burst.Context.RecordValues) ValueRecord.Inputs(_burst, Instance, _evaluated);
    }

    private JsonNode? Evaluate(int input)
    {
        var (node, declared) = (Instance.Node, Instance.Node.Descriptor.Inputs[input]);
        var value = InputEvaluator.Evaluate(_burst, Instance, node.Inputs[input], declared.Name);
        return value is null && node.Descriptor.TakesNothingAsDefault ? declared.Default : value;
    }
}
