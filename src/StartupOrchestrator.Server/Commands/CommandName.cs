using System.Text.Json.Nodes;

namespace StartupOrchestrator.Server.Commands;

/// <summary>
/// Which command a body is: its <c>type</c>, or its <c>command</c> where the command itself has a member called type
/// (a document's, a submission's).
/// </summary>
internal static class CommandName
{
    private const string Long = "command";
    private const string Short = "type";

    /// <summary>The name; null when there is none.</summary>
    public static string? Of(JsonObject body) => Text(body, Long) ?? Text(body, Short);

    /// <summary>The name, taken out of the body so that the command's own members stay.</summary>
    public static string? Take(JsonObject body)
    {
        var member = Text(body, Long) is null ? Short : Long;
        var name = Text(body, member);
        body.Remove(member);
        return name;
    }

    private static string? Text(JsonObject body, string member) => body[member] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
