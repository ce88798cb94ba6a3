using System.Text.Json.Nodes;
using NodaTime.Text;

namespace StartupOrchestrator.Server.Http;

/// <summary>What a task says about itself (why, its form, its outcomes) in the reader's language; codes and values stay.</summary>
internal static class TaskDetailWords
{
    /// <summary>The details of a task in the reader's language; the same where that is English.</summary>
    public static JsonObject Say(JsonObject details)
    {
        if (ReaderLanguage.Current.Tag == "en")
        {
            return details;
        }

        var said = (JsonObject)details.DeepClone();
        Put(said, "why");
        foreach (var outcome in Items(said["outcomes"]))
        {
            Put(outcome, "label");
        }

        foreach (var field in Items((said["form"] as JsonObject)?["fields"]))
        {
            Put(field, "label");
            Put(field, "help");
            foreach (var option in Items(field["options"]))
            {
                // Days to choose from: whoever chooses wants to see the weekday.
                if (LocalDatePattern.Iso.Parse((string?)option["value"] ?? "") is { Success: true, Value: var day })
                {
                    option["label"] = ReaderLanguage.Current.LongDate(day);
                }
                else
                {
                    Put(option, "label");
                }
            }
        }

        return said;
    }

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static void Put(JsonObject owner, string member)
    {
        if (owner[member] is JsonValue value && value.TryGetValue<string>(out var text))
        {
            owner[member] = ReaderLanguage.Say(text);
        }
    }
}
