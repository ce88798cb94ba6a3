using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>What child plans are started with, and how their ends are read.</summary>
public static class ChildPlans
{
    /// <summary>Member of a child's outputs, as the host reports them, that holds the outcome of the plan.</summary>
    public const string OutcomeMember = "$outcome";

    /// <summary>Member of the outputs of a child that could not be started: why.</summary>
    public const string ErrorMember = "$error";

    private static readonly string[] HandedDown = ["pack", "settings", "timeZone"];

    /// <summary>Inputs of a child: what every plan hands down, then what is given, then its scope.</summary>
    internal static Dictionary<string, JsonNode?> Inputs(ActivityContext step, IEnumerable<KeyValuePair<string, JsonNode?>> given, Scope scope)
    {
        var inputs = new Dictionary<string, JsonNode?>();
        foreach (var name in HandedDown)
        {
            if (step.WorkflowInput(name) is { } value)
            {
                inputs[name] = value.DeepClone();
            }
        }

        foreach (var (name, value) in given)
        {
            inputs[name] = value?.DeepClone();
        }

        inputs[PlanScope.Input] = PlanScope.Write(scope);
        return inputs;
    }

    /// <summary>How a child ended: its outcome, else its status.</summary>
    internal static ChildEnd Read(JsonNode? payload)
    {
        var sub = ((string?)payload?["subStatus"] ?? "finished").ToLowerInvariant();
        var output = payload?["output"] as JsonObject ?? [];
        return new ChildEnd(sub, (string?)output[OutcomeMember], output);
    }
}

/// <summary>The end of a child plan.</summary>
internal sealed record ChildEnd(string Status, string? Outcome, JsonObject Output)
{
    public string? Error => (string?)Output[ChildPlans.ErrorMember];

    public bool Finished => Status == "finished";

    public JsonObject Outputs()
    {
        var outputs = (JsonObject)Output.DeepClone();
        outputs.Remove(ChildPlans.OutcomeMember);
        outputs.Remove(ChildPlans.ErrorMember);
        return outputs;
    }
}
