using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace StartupOrchestrator.Correspondence.Words;

/// <summary>
/// What plans say to site contacts, in other languages, by the English text: plans are written in English, and a text that
/// nobody translated stays as it was written. One file a language in the folder <c>Phrases</c>.
/// </summary>
public static class Phrases
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByLanguage = Load();

    /// <summary>Tags of the languages that have phrases.</summary>
    public static IReadOnlyCollection<string> Tags => ByLanguage.Keys;

    /// <summary>The texts that a language knows.</summary>
    public static IReadOnlyCollection<string> Known(string tag) => ByLanguage.TryGetValue(tag, out var phrases) ? phrases.Keys : [];

    /// <summary>The text in a language; where it is made of two with a colon between them, each of them.</summary>
    public static string In(Language language, string text)
    {
        if (!ByLanguage.TryGetValue(language.Tag, out var phrases))
        {
            return text;
        }

        if (phrases.TryGetValue(text, out var known))
        {
            return known;
        }

        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 || !phrases.TryGetValue(text[..colon], out var first)
            ? text
            : $"{first}: {phrases.GetValueOrDefault(text[(colon + 2)..], text[(colon + 2)..])}";
    }

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var languages = new Dictionary<string, FrozenDictionary<string, string>>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("phrases.", StringComparison.Ordinal)))
        {
            using var content = assembly.GetManifestResourceStream(name)!;
            languages[name.Split('.')[1]] = JsonSerializer.Deserialize<Dictionary<string, string>>(content)!.ToFrozenDictionary();
        }

        return languages.ToFrozenDictionary();
    }
}
