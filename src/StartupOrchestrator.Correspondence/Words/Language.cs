using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace StartupOrchestrator.Correspondence.Words;

/// <summary>
/// The words of one language, by key. A language is one JSON file in this folder; a test holds that all files have the
/// same keys and placeholders.
/// </summary>
public sealed class Language
{
    private static readonly FrozenDictionary<string, Language> Known = Load();

    private readonly FrozenDictionary<string, string> texts;
    private readonly CultureInfo culture;

    private Language(string tag, FrozenDictionary<string, string> texts)
    {
        Tag = tag;
        this.texts = texts;
        culture = CultureInfo.GetCultureInfo(tag);
    }

    /// <summary>English, which stands in for every language that is not there.</summary>
    public static Language English => Known["en"];

    /// <summary>All languages, English first.</summary>
    public static IReadOnlyList<Language> All { get; } = [.. Known.Values.OrderBy(l => l.Tag == "en" ? "" : l.Tag, StringComparer.Ordinal)];

    /// <summary>BCP 47 tag, for example <c>de</c>.</summary>
    public string Tag { get; }

    /// <summary>The language's name for itself.</summary>
    public string OwnName => this["language.name"];

    /// <summary>All keys.</summary>
    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">No such key in this language.</exception>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in language '{Tag}'.");

    /// <summary>The language of a tag such as <c>de-AT</c>; English where it is not there.</summary>
    public static Language For(string? tag) => Find(tag) ?? English;

    /// <summary>The language of a tag; null where it is not there.</summary>
    public static Language? Find(string? tag) => tag is null ? null : Known.GetValueOrDefault(tag.Split('-', '_')[0].ToLowerInvariant());

    /// <summary>The text of a key, its <c>{placeholders}</c> filled once: values are never searched for placeholders.</summary>
    public string Text(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var template = this[key];
        var output = new StringBuilder(template.Length + 40);
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            output.Append(template, at, open - at).Append(ValueOf(key, template[(open + 1)..close], values));
            at = close + 1;
        }

        return output.Append(template, at, template.Length - at).ToString();
    }

    /// <summary>The text of <c>key.one</c> or <c>key.other</c>, with <c>{count}</c> filled.</summary>
    public string Count(string key, long count) =>
        Text(count == 1 ? $"{key}.one" : $"{key}.other", ("count", count.ToString(culture)));

    /// <summary>A date without any doubt about day and month: 12-Mar-2026, or with the month's name in other languages.</summary>
    public string Date(LocalDate date) => date.ToString(this["format.date"], culture);

    /// <summary>A date with its weekday.</summary>
    public string LongDate(LocalDate date) => date.ToString(this["format.date-long"], culture);

    /// <summary>Date and wall-clock time.</summary>
    public string DateTime(LocalDateTime moment) => $"{Date(moment.Date)} {Time(moment.TimeOfDay)}";

    /// <summary>A wall-clock time, 24 hours.</summary>
    public string Time(LocalTime time) => time.ToString(this["format.time"], culture);

    private static string ValueOf(string key, string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (candidate, value) in values)
        {
            if (candidate == name)
            {
                return value;
            }
        }

        throw new ArgumentException($"The text '{key}' needs a value for {{{name}}}.", nameof(values));
    }

    private static FrozenDictionary<string, Language> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var languages = new Dictionary<string, Language>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("words.", StringComparison.Ordinal)))
        {
            var tag = name.Split('.')[1];
            using var content = assembly.GetManifestResourceStream(name)!;
            languages[tag] = new Language(tag, JsonSerializer.Deserialize<Dictionary<string, string>>(content)!.ToFrozenDictionary());
        }

        return languages.ToFrozenDictionary();
    }
}
