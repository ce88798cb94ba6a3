using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Simulation;

/// <summary>How a run in memory ended.</summary>
public sealed record SimulationResult
{
    /// <summary>Whether the started instance is over.</summary>
    public required InstanceStatus Status { get; init; }

    /// <summary>Finer status of the started instance.</summary>
    public required InstanceSubStatus SubStatus { get; init; }

    /// <summary>Lines printed by the instance and its children, in order; empty ones are left out, as in recordings of the original.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Outputs of the started instance.</summary>
    public required IReadOnlyDictionary<string, JsonNode?> Outputs { get; init; }

    /// <summary>Steps of any instance that a person has to look at.</summary>
    public required IReadOnlyList<BlockedStep> Blocked { get; init; }

    /// <summary>Waits that are still open in any instance.</summary>
    public required IReadOnlyList<Bookmark> Waits { get; init; }

    /// <summary>Message of the fault that ended the instance.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether the run was given up because it went on for too long.</summary>
    public bool GivenUp { get; init; }

    /// <summary>What happened, over all instances, in order.</summary>
    public required IReadOnlyList<JournalFact> Facts { get; init; }

    /// <summary>Effects that reach outside the engine, in order.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }

    /// <summary>What was noticed while reading and building.</summary>
    public required IReadOnlyList<DefinitionProblem> Problems { get; init; }

    /// <summary>Final state of the started instance.</summary>
    public required InstanceState State { get; init; }

    /// <summary>The result as JSON, for command lines and pages.</summary>
    public JsonObject ToJson()
    {
        var outputs = new JsonObject();
        foreach (var (name, value) in Outputs) outputs[name] = value?.DeepClone();
        return new JsonObject
        {
            ["status"] = Status.ToString(),
            ["subStatus"] = SubStatus.ToString(),
            ["lines"] = new JsonArray([.. Lines.Select(l => JsonValue.Create(l))]),
            ["outputs"] = outputs,
            ["fault"] = Fault,
            ["blocked"] = new JsonArray([.. Blocked.Select(b => new JsonObject
            {
                ["activity"] = b.ActivityId,
                ["name"] = b.ActivityName,
                ["cause"] = b.Cause.ToString(),
                ["message"] = b.Message,
            })]),
            ["waits"] = new JsonArray([.. Waits.Select(w => new JsonObject { ["kind"] = w.Kind, ["payload"] = w.Payload?.DeepClone() })]),
            ["problems"] = new JsonArray([.. Problems.Select(p => JsonValue.Create(p.ToString()))]),
        };
    }
}
