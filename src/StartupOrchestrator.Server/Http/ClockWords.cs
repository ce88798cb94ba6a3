using System.Text.Json.Nodes;

namespace StartupOrchestrator.Server.Http;

/// <summary>How the due date of a submission came about, in the reader's language.</summary>
internal static class ClockWords
{
    private const string Steps = "dueExplained";

    /// <summary>The details of a submission; the same where the reader's language is English or no clock runs.</summary>
    public static JsonObject Say(JsonObject details)
    {
        if (ReaderLanguage.Current.Tag == "en" || details[Steps] is not JsonArray { Count: > 0 } steps)
        {
            return details;
        }

        var said = (JsonObject)details.DeepClone();
        said[Steps] = new JsonArray([.. steps.Select(s => (JsonNode?)ReaderLanguage.Tell((string?)s ?? ""))]);
        return said;
    }
}
