using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace StartupOrchestrator.Correspondence.Words;

/// <summary>
/// What the product itself says to people (why it refuses, why a step is blocked) in other languages. The English text is
/// made where it is decided and goes into journals and answers as it is; whoever shows it to a reader of another language
/// gives it here. One folder a language in <c>Sentences</c>: files of sentences by area, and files named <c>word.…</c> with
/// the words for one place of a sentence. A text is said whole or not at all, but for a cause in the words of another
/// system. The names of places say what stands there; a few have a meaning of their own, see <see cref="SentenceReading"/>.
/// </summary>
public sealed class Sentences
{
    // Longer texts are not sentences of ours; looking for one in them costs time.
    private const int Longest = 4000;
    private static readonly FrozenDictionary<string, Sentences> ByLanguage = Load();

    private readonly string tag;
    private readonly FrozenDictionary<string, SentenceList> lists;

    private Sentences(string tag, FrozenDictionary<string, SentenceList> lists)
    {
        this.tag = tag;
        this.lists = lists;
    }

    /// <summary>Tags of the languages that have sentences.</summary>
    public static IReadOnlyCollection<string> Tags => ByLanguage.Keys;

    /// <summary>The places of sentences for which a language has words; the empty one are the sentences themselves.</summary>
    public static IReadOnlyCollection<string> Places(string tag) => ByLanguage.TryGetValue(tag, out var language) ? language.lists.Keys : [];

    /// <summary>The sentences of a language, each with its English; with a name, the words for that place.</summary>
    public static IReadOnlyCollection<KeyValuePair<string, string>> Known(string tag, string place = "") =>
        ByLanguage.TryGetValue(tag, out var language) && language.lists.TryGetValue(place, out var list) ? list.Pairs : [];

    /// <summary>The text in a language; the same where the language does not know it.</summary>
    public static string In(Language language, string text)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Longest && ByLanguage.TryGetValue(language.Tag, out var sentences) ? new SentenceReading(sentences.tag, sentences.lists).Sentence(text) ?? text : text;
    }

    private static FrozenDictionary<string, Sentences> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var languages = new Dictionary<string, Dictionary<string, List<KeyValuePair<string, string>>>>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("sentences/", StringComparison.Ordinal)))
        {
            var parts = name.Split('/');
            using var content = assembly.GetManifestResourceStream(name)!;
            var place = parts[2].StartsWith("word.", StringComparison.Ordinal) ? parts[2].Split('.')[1] : "";
            var lists = languages.TryGetValue(parts[1], out var known) ? known : languages[parts[1]] = [];
            var pairs = lists.TryGetValue(place, out var list) ? list : lists[place] = [];
            pairs.AddRange(JsonSerializer.Deserialize<Dictionary<string, string>>(content)!);
        }

        return languages.ToFrozenDictionary(l => l.Key, l => new Sentences(l.Key, l.Value.ToFrozenDictionary(p => p.Key, p => new SentenceList(p.Value))));
    }
}
