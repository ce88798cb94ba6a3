using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>Brings every encoding of connections to the nested one; those without both ends go to <c>notFoundConnections</c>.</summary>
internal static class ConnectionNormaliser
{
    public static void Rewrite(JsonObject flowchart)
    {
        var ids = ((JsonArray)flowchart["activities"]!).OfType<JsonObject>().Select(a => a.Text("id")).ToHashSet();
        var found = new JsonArray();
        var lost = new JsonArray();
        foreach (var item in Items(flowchart["connections"]))
        {
            var nested = Nested(item);
            var complete = nested is not null
                && ids.Contains(nested["source"].Text("activity")) && ids.Contains(nested["target"].Text("activity"));
            (complete ? found : lost).Add((nested ?? item).DeepClone());
        }

        flowchart["connections"] = found;
        if (lost.Count == 0) return;
        var custom = (JsonObject)flowchart["customProperties"]!;
        if (custom["notFoundConnections"] is not JsonArray kept) custom["notFoundConnections"] = kept = [];
        foreach (var connection in lost.ToList())
        {
            lost.Remove(connection);
            if (!kept.Any(k => JsonNode.DeepEquals(k, connection))) kept.Add(connection);
        }
    }

    /// <summary>A list, a wrapped list, or one connection alone.</summary>
    private static IEnumerable<JsonObject> Items(JsonNode? connections) =>
        connections.Elements()?.OfType<JsonObject>() ?? (connections is JsonObject single ? [single] : []);

    private static JsonObject? Nested(JsonObject item)
    {
        var result = (JsonObject)item.DeepClone();
        foreach (var member in (string[])["source", "target", "sourcePort", "targetPort", "vertices"])
        {
            var pascal = char.ToUpperInvariant(member[0]) + member[1..];
            if (!result.ContainsKey(member) && result[pascal] is { } value) result[member] = value.DeepClone();
            result.Remove(pascal);
        }

        var source = End(result["source"], result["sourcePort"], null);
        var target = End(result["target"], result["targetPort"], "In");
        if (source is null || target is null) return null;
        result.Remove("sourcePort");
        result.Remove("targetPort");
        result["source"] = source;
        result["target"] = target;
        if (result["vertices"].Elements() is null) result["vertices"] = new JsonArray();
        return result;
    }

    private static JsonObject? End(JsonNode? end, JsonNode? flatPort, string? otherwise)
    {
        var port = flatPort.AsText();
        JsonObject result;
        string? activity;
        if (end is JsonObject o)
        {
            result = (JsonObject)o.DeepClone();
            activity = o.Either("activity").AsText();
            port = o.Either("port").AsText() ?? port;
            result.Remove("Activity");
            result.Remove("Port");
        }
        else
        {
            result = [];
            activity = end.AsText();
        }

        if (activity is null) return null;
        result["activity"] = activity;
        result["port"] = port ?? otherwise;
        return result;
    }
}
