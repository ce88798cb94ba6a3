using System.Reflection;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Correspondence.Words;

/// <summary>Words for codes (statuses, milestones, conditions) from the table that the pages use, too: an English word, then the other languages'.</summary>
internal static class CodeWords
{
    private static readonly string[] Columns = ["en", "de"];
    private static readonly JsonObject Table = Load();

    /// <summary>The word for a status of a kind of record; of any kind that has it where none is named.</summary>
    public static string? Status(string tag, string? kind, string code)
    {
        var kinds = Table["status"]!.AsObject();
        var pair = (kind is null ? null : kinds[kind]?[code]) ?? kinds.Select(k => k.Value![code]).FirstOrDefault(p => p is not null);
        return Word(pair, tag);
    }

    /// <summary>The word for what the table says in English in one of its blocks.</summary>
    public static string? Of(string tag, string block, string english) =>
        Word(Table[block]!.AsObject().Select(p => p.Value).FirstOrDefault(p => Word(p, "en") == english), tag);

    private static string? Word(JsonNode? pair, string tag) => Array.IndexOf(Columns, tag) is >= 0 and var column && pair is JsonArray words && column < words.Count ? (string?)words[column] : null;

    private static JsonObject Load()
    {
        using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream("codes.json")!;
        return JsonNode.Parse(content)!.AsObject();
    }
}
