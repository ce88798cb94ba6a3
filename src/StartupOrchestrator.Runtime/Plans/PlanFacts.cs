using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>What a step's record tells of its activities: which began with which inputs, which ended with which outcomes and outputs.</summary>
internal static class PlanFacts
{
    /// <summary>Activities that ended, in order. Containers and the workflow itself are left out where they say nothing.</summary>
    public static ImmutableArray<ActivityDone> Done(IReadOnlyList<JournalFact> facts)
    {
        var outputs = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (fact is { Kind: FactKinds.OutputGiven, ActivityInstanceId: { } id } && fact.Data is JsonObject given)
            {
                (outputs.TryGetValue(id, out var known) ? known : outputs[id] = [])[(string)given["name"]!] = given["value"]?.DeepClone();
            }
        }

        return [.. facts.Where(f => f is { Kind: FactKinds.ActivityCompleted, NodeId: not null } && f.NodeId.Count(':'.Equals) > 1)
            .Select(f => new ActivityDone(Last(f.NodeId!), Outcomes(f), outputs.GetValueOrDefault(f.ActivityInstanceId ?? "")))];
    }

    /// <summary>Activities that began with inputs that the definition alone does not tell.</summary>
    public static ImmutableArray<ActivityBegun> Begun(IReadOnlyList<JournalFact> facts)
    {
        var begun = facts.Where(f => f is { Kind: FactKinds.InputsEvaluated, NodeId: not null } && f.Data is JsonObject)
            .Select(f => new ActivityBegun(Last(f.NodeId!), (JsonObject)f.Data!)).ToImmutableArray();
        return begun.IsEmpty ? default : begun;
    }

    /// <summary>Outcomes of an activity that ended.</summary>
    public static ImmutableArray<string> Outcomes(JournalFact fact) =>
        fact.Data?["outcomes"] is JsonArray list ? [.. list.Select(o => (string?)o ?? "")] : [];

    /// <summary>The activity's id: the last part of its node.</summary>
    public static string Last(string nodeId) => nodeId[(nodeId.LastIndexOf(':') + 1)..];
}
