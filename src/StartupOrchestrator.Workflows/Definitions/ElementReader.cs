using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>Turns normalised activity documents into elements.</summary>
internal sealed class ElementReader(List<DefinitionProblem> problems)
{
    public ActivityElement Read(JsonObject json, string path)
    {
        var inputs = new Dictionary<string, InputSource?>(StringComparer.OrdinalIgnoreCase);
        var outputs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var children = new List<(string, ActivityElement)>();
        foreach (var (name, value) in json)
        {
            if (ActivityShape.IsOwnMember(name)) continue;
            var here = $"{path}.{name}";
            switch (value)
            {
                case JsonObject o when o["expression"] is JsonObject expression:
                    // An input without a type name counts as not given, as the original reads it.
                    inputs[name] = o.ContainsKey("typeName") ? InputSource.FromExpression(expression, o.Text("typeName"), here) : null;
                    break;
                case JsonObject o when ActivityShape.IsOutput(o):
                    if (o["memoryReference"].Text("id") is { } target) outputs[name] = target;
                    break;
                case JsonObject or JsonArray:
                    Collect(value, name, here, children);
                    break;
                case null:
                    inputs[name] = null;
                    break;
                default:
                    inputs[name] = new InputSource(ExpressionKind.Literal, "Literal", value, null, here);
                    break;
            }
        }

        var bare = new ActivityElement(json) { Id = json.Text("id") ?? path, Name = json.Text("name"), Type = json.Text("type")!, Path = path };
        var element = new ActivityElement(json)
        {
            Id = bare.Id,
            Name = bare.Name,
            Type = bare.Type,
            Version = json.Number("version") ?? 0,
            Path = path,
            CanStartWorkflow = json["customProperties"].Flag("canStartWorkflow") ?? false,
            Inputs = inputs.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
            Outputs = outputs.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
            Children = children,
            Connections = Connections(json),
            Variables = VariableReader.Read(json["variables"], path + ".variables", problems, bare),
        };
        Report(element);
        return element;
    }

    private void Collect(JsonNode? value, string port, string path, List<(string, ActivityElement)> children)
    {
        switch (value)
        {
            case JsonObject o when ActivityShape.IsActivity(o):
                children.Add((port, Read(o, path)));
                break;
            case JsonObject o when o["expression"] is null:
                foreach (var (name, member) in o) Collect(member, $"{port}.{name}", $"{path}.{name}", children);
                break;
            case JsonArray array:
                for (var i = 0; i < array.Count; i++) Collect(array[i], $"{port}[{i}]", $"{path}[{i}]", children);
                break;
        }
    }

    private static List<Connection> Connections(JsonObject json) =>
        json["activities"] is not JsonArray ? [] : (json["connections"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(c => new Connection(c["source"].Text("activity")!, c["source"].Text("port") ?? "Done", c["target"].Text("activity")!))
            .Distinct().ToList();

    private void Report(ActivityElement element)
    {
        foreach (var twins in element.Children.GroupBy(c => c.Activity.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            problems.Add(DefinitionProblem.Warning("duplicate-id", element.Path, $"{twins.Count()} activities have the id '{twins.Key}'; connections reach the first.", element));
        if (element.Custom("notFoundConnections") is not JsonArray lost || lost.Count == 0) return;
        problems.Add(DefinitionProblem.Warning("lost-connection", element.Path + ".connections",
            $"{lost.Count} connection(s) lead from or to an activity that is not there; they are kept aside and not followed.", element));
    }
}
