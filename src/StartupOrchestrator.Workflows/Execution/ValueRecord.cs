using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>
/// Inputs and outputs for the history of an instance. What the activity declares as sensitive, or what the definition
/// excludes (<c>customProperties.logPersistenceMode</c> or <c>logPersistenceConfig</c>), is masked; long values are cut.
/// </summary>
internal static class ValueRecord
{
    /// <summary>Stands for a value that nobody is shown.</summary>
    public const string Mask = "•••";

    private const int Longest = 2000;

    public static void Inputs(Burst burst, ActivityInstance instance, JsonNode?[] evaluated)
    {
        var data = new JsonObject();
        var descriptors = instance.Node.Descriptor.Inputs;
        for (var i = 0; i < evaluated.Length; i++)
        {
            if (instance.Node.Inputs[i].IsConstant || descriptors[i].Source.Lazy) continue;
            data[descriptors[i].Name] = Shown(instance, descriptors[i].Name, descriptors[i].Source.Sensitive, evaluated[i]);
        }

        if (data.Count > 0) burst.Fact(FactKinds.InputsEvaluated, instance, data);
    }

    public static void Output(Burst burst, ActivityInstance instance, string name, JsonNode? value)
    {
        var sensitive = instance.Node.Descriptor.Outputs.Any(o => o.Name == name && o.Sensitive);
        burst.Fact(FactKinds.OutputGiven, instance, new JsonObject { ["name"] = name, ["value"] = Shown(instance, name, sensitive, value) });
    }

    private static JsonNode? Shown(ActivityInstance instance, string name, bool sensitive, JsonNode? value)
    {
        if (value is null) return null;
        if (sensitive || IsExcluded(instance.Node.Element, name)) return Mask;
        var text = value.ToJsonString();
        return text.Length <= Longest ? value.DeepClone() : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, 200)}… ({text.Length} characters)");
    }

    private static bool IsExcluded(ActivityElement element, string name)
    {
        var setting = element.Custom("logPersistenceConfig") ?? element.Custom("logPersistenceMode");
        if (setting is not JsonObject config) return Excludes(setting);
        var own = Member(config["inputs"], name) ?? Member(config["outputs"], name);
        return own is null ? Excludes(config["default"]) : Excludes(own);
    }

    private static JsonNode? Member(JsonNode? map, string name) =>
        (map as JsonObject)?.FirstOrDefault(m => string.Equals(m.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static bool Excludes(JsonNode? setting) => setting switch
    {
        JsonObject strategy => Excludes(strategy["strategyType"]) || Excludes(strategy["mode"]),
        _ => setting.AsText()?.Contains("Exclude", StringComparison.OrdinalIgnoreCase) == true,
    };
}
