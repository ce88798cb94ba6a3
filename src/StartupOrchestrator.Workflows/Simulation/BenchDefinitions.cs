using System.Globalization;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Simulation;

/// <summary>Definitions to measure with.</summary>
internal static class BenchDefinitions
{
    /// <summary>A flowchart of so many lines, one after the other.</summary>
    public static JsonObject Lines(int count)
    {
        var activities = new JsonArray();
        var connections = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            activities.Add(Activity(Id(i), "Elsa.WriteLine", "text", Id(i)));
            if (i > 0) connections.Add(Connection(Id(i - 1), "Done", Id(i)));
        }

        return Document(activities, connections);
    }

    /// <summary>An event, and back to it for ever.</summary>
    public static JsonObject EventLoop() => Document(
        [Activity("a", "Elsa.Start"), Activity("b", "Elsa.Event", "eventName", "next"), Activity("c", "Elsa.WriteLine", "text", "again")],
        [Connection("a", "Done", "b"), Connection("b", "Done", "c"), Connection("c", "Done", "b")]);

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"a{number}");

    private static JsonObject Activity(string id, string type, string? input = null, string? value = null)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        if (input is not null)
            activity[input] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
        return activity;
    }

    private static JsonObject Connection(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    private static JsonObject Document(JsonArray activities, JsonArray connections) => new()
    {
        ["id"] = "bench-1",
        ["definitionId"] = "bench",
        ["version"] = 1,
        ["variables"] = new JsonArray(new JsonObject { ["id"] = "n", ["name"] = "N", ["typeName"] = "Int32", ["value"] = "4" }),
        ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = activities, ["connections"] = connections },
    };
}
