using System.Globalization;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Orders effects. Each has an id derived from the activity, so that carrying it out twice is recognised.</summary>
public sealed class ActivityEffects
{
    private readonly Burst _burst;
    private readonly ActivityInstance _instance;

    internal ActivityEffects(Burst burst, ActivityInstance instance)
    {
        _burst = burst;
        _instance = instance;
    }

    /// <summary>Sends a command to an actor.</summary>
    /// <param name="actor">Address of the actor.</param>
    /// <param name="command">The command with its contract name; not to be changed afterwards.</param>
    /// <returns>Id of the command.</returns>
    public string Tell(string actor, JsonNode command)
    {
        var id = NextId();
        _burst.Effects.Add(new TellActor(actor, command, id));
        return id;
    }

    /// <summary>Publishes a named event.</summary>
    public void Publish(string eventName, JsonNode? payload, string? correlationId = null, bool onlyThisInstance = false) =>
        _burst.Effects.Add(new PublishEvent(eventName, payload, correlationId, onlyThisInstance, NextId()));

    /// <summary>Prints a line.</summary>
    public void WriteLine(string text) => _burst.Effects.Add(new WriteLine(text));

    /// <summary>Has the host do something at the edge and, if wanted, waits for its answer.</summary>
    /// <param name="kind">What to do, as <c>mail</c>.</param>
    /// <param name="payload">The details; not to be changed afterwards.</param>
    /// <param name="awaitAnswer">Name of the wait for the answer; null when none is awaited.</param>
    public void Call(string kind, JsonNode payload, string? awaitAnswer = null)
    {
        var bookmark = awaitAnswer is null ? null : _burst.Waits.Add(_instance, BookmarkKinds.Answer, awaitAnswer, new JsonObject { ["call"] = kind });
        _burst.Effects.Add(new HostCall(kind, payload, bookmark?.Id, NextId()));
    }

    /// <summary>Starts a child instance without waiting for it.</summary>
    /// <returns>Id of the child instance, derived from parent, activity and iteration.</returns>
    public string StartChild(string definitionId, IReadOnlyDictionary<string, JsonNode?> inputs, string? correlationId = null, int iteration = 0)
    {
        var id = ChildId(_burst, _instance, iteration);
        _burst.Effects.Add(new StartChild(id, definitionId, inputs, correlationId, ReportsEnd: false));
        return id;
    }

    internal static string ChildId(Burst burst, ActivityInstance instance, int iteration) =>
        string.Create(CultureInfo.InvariantCulture, $"{burst.State.Id}/{instance.Id}:{instance.Attempts}:{iteration}");

    private string NextId() => $"{_burst.State.Id}/{_instance.Id}#{_burst.NextId()}";
}
