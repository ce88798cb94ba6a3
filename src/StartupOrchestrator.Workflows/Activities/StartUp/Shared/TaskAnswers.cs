using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>Results of a task as the fact tells them.</summary>
internal static class TaskAnswers
{
    /// <summary>Plain values by name; free text is personal and stays a reference.</summary>
    public static JsonObject Flatten(JsonNode? answers) => (JsonObject)((answers as JsonObject)?.DeepClone() ?? new JsonObject());

    /// <summary>The date on which the task was done; null when the fact does not say.</summary>
    public static LocalDate? On(JsonObject result) =>
        LocalDatePattern.Iso.Parse((string?)result["on"] ?? "") is { Success: true } date ? date.Value : null;
}
