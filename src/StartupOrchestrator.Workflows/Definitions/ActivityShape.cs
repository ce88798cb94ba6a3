using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>Tells activities, inputs and outputs apart by their shape, so that unknown types can be walked too.</summary>
internal static class ActivityShape
{
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "applicationProperties",
        "variables", "connections", "variable",
    };

    /// <summary>Members that are the activity's own and never hold activities or inputs.</summary>
    public static bool IsOwnMember(string name) => Own.Contains(name);

    /// <summary>Files written by hand may leave id and version out; then the dotted name of the type tells an activity from an expression.</summary>
    public static bool IsActivity(JsonObject o) =>
        o.Text("type") is { } type && o["expression"] is null && !o.ContainsKey("typeName")
        && (o.Text("id") is not null || o["version"] is not null || type.Contains('.', StringComparison.Ordinal));

    public static bool IsOutput(JsonObject o) => o["expression"] is null && o["memoryReference"] is JsonObject;
}
