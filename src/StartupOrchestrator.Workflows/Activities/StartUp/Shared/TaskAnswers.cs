using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>Answers of a task as scripts like them: name and plain value. Free text stays where it is: it is personal.</summary>
internal static class TaskAnswers
{
    public static JsonObject Flatten(JsonNode? answers)
    {
        var flat = new JsonObject();
        foreach (var (name, answer) in answers as JsonObject ?? [])
        {
            if (answer is JsonObject o && Value(o) is { } value)
            {
                flat[name] = value;
            }
        }

        return flat;
    }

    /// <summary>The date on which the task was done; null when the fact does not say.</summary>
    public static LocalDate? On(JsonObject result) =>
        LocalDatePattern.Iso.Parse((string?)result["on"] ?? "") is { Success: true } date ? date.Value : null;

    private static JsonNode? Value(JsonObject answer) =>
        answer["choices"] is JsonArray { Count: 1 } one ? one[0]!.DeepClone()
        : answer["choices"] is JsonArray { Count: > 1 } many ? many.DeepClone()
        : (answer["yes"] ?? answer["number"] ?? answer["date"] ?? (answer["file"] as JsonObject)?["sha256"])?.DeepClone();
}
