using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Brings outputs of activities to the variables and workflow outputs that the definition binds them to.</summary>
internal static class OutputBinding
{
    public static void Set(Burst burst, ActivityInstance instance, string name, JsonNode? value)
    {
        burst.Outputs[(instance.NodeId, name)] = value;
        if (name == "Result") burst.LastResult = value;
        if (burst.Context.RecordValues) ValueRecord.Output(burst, instance, name, value);
        if (!instance.Node.Element.Outputs.TryGetValue(name, out var target)) return;
        if (Scope.Around(burst, instance).SetById(target, value)) return;
        SetWorkflowOutput(burst, instance, target, value);
    }

    /// <summary>Sets an output of the nearest workflow around the activity that declares it, else of the instance.</summary>
    public static void SetWorkflowOutput(Burst burst, ActivityInstance instance, string name, JsonNode? value)
    {
        foreach (var holder in instance.SelfAndAncestors().Skip(1))
        {
            if (holder.Parent is null || holder.Node.Composite?.Outputs.Any(o => o.Name == name) != true) continue;
            holder.Variables ??= [];
            holder.Variables[name] = value;
            return;
        }

        burst.State.Output[name] = value;
        burst.Fact(FactKinds.OutputSet, instance, new JsonObject { ["name"] = name });
    }
}
