using System.Text.Json.Nodes;
using StartupOrchestrator.Correspondence.Words;

namespace StartupOrchestrator.Server.Tests.TaskPages;

/// <summary>Whoever gets a mail or opens the desk in German gets all of it in German: the standard plans say nothing that has no translation.</summary>
public sealed class PhraseTests
{
    public static TheoryData<string> Languages => [.. Language.All.Where(l => l.Tag != Language.English.Tag).Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Everything_the_standard_plans_and_packs_say_has_words(string tag)
    {
        var said = Files("definitions").SelectMany(Tasks).Concat(Files("countries").SelectMany(Documents)).ToHashSet(StringComparer.Ordinal);

        Assert.True(said.Count > 150, "The standard plans were not found.");
        Assert.Empty(said.Except(Phrases.Known(tag)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<JsonNode> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows", folder), "*.json").Select(f => JsonNode.Parse(File.ReadAllText(f))!);

    private static IEnumerable<string> Documents(JsonNode pack) => (pack["documents"] as JsonArray ?? []).Select(d => (string?)d!["title"]).OfType<string>();

    private static IEnumerable<string> Tasks(JsonNode definition) => Activities(definition["root"]!).SelectMany(Said);

    private static IEnumerable<JsonNode> Activities(JsonNode activity) =>
        (activity["activities"] as JsonArray ?? []).SelectMany(a => Activities(a!)).Prepend(activity);

    private static IEnumerable<string> Said(JsonNode activity)
    {
        foreach (var text in new[] { "title", "what", "why" }.Select(n => Value(activity, n)).OfType<string>())
        {
            yield return text;
        }

        // Forms are JavaScript with quoted members; the labels in it are literal.
        var form = Value(activity, "form") ?? "";
        const string Label = "\"label\": \"";
        for (var at = form.IndexOf(Label, StringComparison.Ordinal); at >= 0; at = form.IndexOf(Label, at + 1, StringComparison.Ordinal))
        {
            var from = at + Label.Length;
            yield return form[from..form.IndexOf('"', from)];
        }
    }

    private static string? Value(JsonNode activity, string input) => (string?)activity[input]?["expression"]?["value"];
}
