using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace StartupOrchestrator.Correspondence.Words;

/// <summary>
/// What plans say to people, in other languages, by the English text: plans are written in English, and a text that nobody
/// translated stays as it was written. Two files a language in the folder <c>Phrases</c>: to site contacts, and to staff.
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
        var languages = new Dictionary<string, Dictionary<string, string>>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("phrases.", StringComparison.Ordinal)))
        {
            using var content = assembly.GetManifestResourceStream(name)!;
            var tag = name.Split('.')[1];
            var all = languages.TryGetValue(tag, out var known) ? known : languages[tag] = [];
            foreach (var (text, said) in JsonSerializer.Deserialize<Dictionary<string, string>>(content)!)
            {
                all.Add(text, said);
            }
        }

        return languages.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary());
    }
}
