using System.Text.Json;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

internal static class JsonExtensions
{
    /// <summary>Text of a member, or null when the member is missing, null or not text.</summary>
    public static string? Text(this JsonNode? node, string member) =>
        node is JsonObject o && o.TryGetPropertyValue(member, out var value) ? value.AsText() : null;

    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool? Flag(this JsonNode? node, string member) =>
        (node as JsonObject)?[member] is JsonValue value
            ? value.GetValueKind() switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.String => bool.TryParse(value.GetValue<string>(), out var b) ? b : null,
                _ => null,
            }
            : null;

    public static int? Number(this JsonNode? node, string member) =>
        (node as JsonObject)?[member] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && Execution.Values.Number(value) is { } n && Math.Abs(n) <= int.MaxValue && Math.Truncate(n) == n ? (int)n : null;

    /// <summary>The array itself, or the one in a reference wrapper as <c>{"$values":[…]}</c>.</summary>
    public static JsonArray? Elements(this JsonNode? node) => node switch
    {
        JsonArray array => array,
        JsonObject o => (o["$values"] ?? o["items"] ?? o["values"]) as JsonArray,
        _ => null,
    };

    /// <summary>Member in camelCase or PascalCase.</summary>
    public static JsonNode? Either(this JsonObject o, string camel) =>
        o[camel] ?? o[char.ToUpperInvariant(camel[0]) + camel[1..]];
}
