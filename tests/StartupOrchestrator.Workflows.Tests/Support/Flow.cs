using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Tests.Support;

/// <summary>Short ways to write definitions.</summary>
internal static class Flow
{
    public static WorkflowDefinition Chart(JsonObject[] activities, params string[] connections) => Define(Flowchart("flow", activities, connections));

    public static WorkflowDefinition Define(JsonObject root, Action<JsonObject>? change = null, string id = "test")
    {
        var document = new JsonObject
        {
            ["id"] = id + "-v1",
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = 1,
            ["toolVersion"] = "3.6.0.0",
            ["variables"] = new JsonArray(Variable("v-n", "N", "Int32", "0"), Variable("v-s", "S", "String", "q"), Variable("v-o", "O", "Object", null)),
            ["root"] = root,
        };
        change?.Invoke(document);
        return DefinitionReader.Read(document);
    }

    /// <summary>Connections as <c>a -> b</c> or <c>a:True -> b</c>.</summary>
    public static JsonObject Flowchart(string id, JsonObject[] activities, params string[] connections) => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.Flowchart",
        ["version"] = 1,
        ["activities"] = new JsonArray([.. activities]),
        ["connections"] = new JsonArray([.. connections.Select(Connection)]),
    };

    public static JsonObject Variable(string id, string name, string type, string? value) =>
        new() { ["id"] = id, ["name"] = name, ["typeName"] = type, ["isArray"] = false, ["value"] = value };

    public static JsonObject Line(string id, string? text = null) => Activity(id, "Elsa.WriteLine", ("text", Literal(text ?? id)));

    public static JsonObject Script(string id, string script) => Activity(id, "Elsa.WriteLine", ("text", Js(script)));

    public static JsonObject Decision(string id, string condition) => Activity(id, "Elsa.FlowDecision", ("condition", Js(condition)));

    public static JsonObject Event(string id, string? name = null) => Activity(id, "Elsa.Event", ("eventName", Literal(name ?? id)));

    public static JsonObject Join(string id, string mode) => Activity(id, "Elsa.FlowJoin", ("mode", Literal(mode)));

    public static JsonObject Fault(string id) => Activity(id, "Elsa.Fault", ("message", Literal("broken")));

    public static JsonObject Set(string id, string script, string variable = "v-n")
    {
        var activity = Activity(id, "Elsa.SetVariable", ("value", Js(script)));
        activity["variable"] = new JsonObject { ["id"] = variable, ["name"] = variable };
        return activity;
    }

    public static JsonObject Sequence(string id, params JsonObject[] activities) =>
        new() { ["id"] = id, ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) };

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] members)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1, ["customProperties"] = new JsonObject() };
        foreach (var (name, value) in members) activity[name] = value;
        return activity;
    }

    public static JsonObject With(this JsonObject activity, string custom, JsonNode? value)
    {
        ((JsonObject)activity["customProperties"]!)[custom] = value;
        return activity;
    }

    public static JsonObject Literal(JsonNode? value, string type = "String") => Input("Literal", value, type);

    public static JsonObject Js(string script, string type = "Object") => Input("JavaScript", script, type);

    public static JsonObject Input(string kind, JsonNode? value, string type = "Object") =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value } };

    private static JsonObject Connection(string text)
    {
        var ends = text.Split("->", StringSplitOptions.TrimEntries);
        var source = ends[0].Split(':', 2);
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        };
    }
}
