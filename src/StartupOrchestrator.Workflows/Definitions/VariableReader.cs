using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Definitions;

internal static class VariableReader
{
    /// <summary>Reads variables; one of an unknown type is left out with a warning, as a value of it could not be held; inside a container it may hold anything.</summary>
    public static List<VariableDefinition> Read(JsonNode? list, string path, List<DefinitionProblem> problems, ActivityElement? owner)
    {
        var result = new List<VariableDefinition>();
        var unnamed = 0;
        foreach (var (item, index) in (list.Elements() ?? []).OfType<JsonObject>().Select((item, index) => (item, index)))
        {
            var here = $"{path}[{index}]";
            var name = item.Text("name");
            if (string.IsNullOrWhiteSpace(name)) name = $"Variable{++unnamed}";
            var alias = item.Text("typeName") ?? "Object";
            if ((ValueType.Find(alias) ?? (owner is null ? null : ValueType.Any)) is not { } type)
            {
                problems.Add(DefinitionProblem.Warning("unknown-type", here, $"Variable '{name}' is left out: its type '{alias}' is not known.", owner));
                continue;
            }

            if (item.Flag("isArray") == true) type = type with { IsList = true };
            var value = item["value"];

            // The original gives a variable of the workflow no value where the file has a blank one; inside a container a blank text stays.
            var keepsBlanks = owner is not null && type is { Kind: ValueKind.String or ValueKind.Object };
            if (!keepsBlanks && value.AsText() is { } text && string.IsNullOrWhiteSpace(text)) value = null;
            JsonNode? initial = null;
            if (Fitting.Make(value, type, out initial) != Fit.Fits)
            {
                problems.Add(DefinitionProblem.Warning("bad-default", here, $"The value of variable '{name}' is not of type {alias}; it starts {(initial is null ? "empty" : $"as {initial}")}.", owner));
            }

            result.Add(new VariableDefinition(item.Text("id") ?? name, name, type, initial));
        }

        return result;
    }
}
