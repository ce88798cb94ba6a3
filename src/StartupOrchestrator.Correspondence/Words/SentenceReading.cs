using System.Collections.Frozen;

namespace StartupOrchestrator.Correspondence.Words;

/// <summary>
/// Says one text in another language: finds the sentence that it was made from, and the words for what was put into it.
/// What stands at a place is left as it is, unless the language has a file of words with the place's name, or it is one of
/// these: <c>text</c> (a sentence again), <c>cause</c> (a sentence, or the words of another system), <c>list</c> and
/// <c>series</c> (parts with commas, with semicolons), <c>state</c> and <c>site-state</c> (a status, of a site).
/// </summary>
internal sealed class SentenceReading(string tag, FrozenDictionary<string, SentenceList> lists)
{
    private const int Deepest = 6;
    private int left = 2000;

    /// <summary>One sentence, or several that stand one after the other.</summary>
    public string? Sentence(string text, int depth = 0)
    {
        if (Listed("", text, depth) is { } whole)
        {
            return whole;
        }

        for (var end = text.IndexOf(". ", StringComparison.Ordinal); depth < Deepest && end >= 0; end = text.IndexOf(". ", end + 1, StringComparison.Ordinal))
        {
            if (Listed("", text[..(end + 1)], depth) is { } first && Sentence(text[(end + 2)..], depth + 1) is { } rest)
            {
                return $"{first} {rest}";
            }
        }

        return null;
    }

    /// <summary>What is said at a place of a sentence; null when the language has words for the place, and not this.</summary>
    private string? Word(string place, string value, int depth)
    {
        // Places are told apart by digits where a sentence has two of a sort.
        var sort = place.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return sort switch
        {
            "text" => Sentence(value, depth),
            "cause" => Sentence(value, depth) ?? value,
            "list" => string.Join(", ", value.Split(", ").Select(v => Listed("item", v, depth) ?? CodeWords.Status(tag, null, v) ?? v)),
            "series" => string.Join("; ", value.Split("; ").Select(v => Listed("part", v, depth) ?? v)),
            "state" => Listed(sort, value, depth) ?? CodeWords.Status(tag, null, value) ?? Code(value),
            _ when sort.EndsWith("-state", StringComparison.Ordinal) => CodeWords.Status(tag, sort[..^"-state".Length], value) ?? Listed("state", value, depth) ?? Code(value),
            "condition" => CodeWords.Of(tag, sort, value) ?? Listed(sort, value, depth),
            "found" => Listed(sort, value, depth) ?? CodeWords.Status(tag, null, value),
            "detail" => Listed("found", value, depth),
            "count" or "limit" or "date" or "field" => Code(value),
            "milestone" => CodeWords.Of(tag, sort, value) ?? value,
            _ => lists.ContainsKey(sort) ? Listed(sort, value, depth) ?? Code(value) : value,
        };
    }

    // A value may be anything, and each end of it is tried: a text made to be hard is given up, which leaves it as it is.
    private string? Listed(string sort, string value, int depth) =>
        depth > Deepest || --left < 0 ? null : lists.GetValueOrDefault(sort)?.Say(value, (place, inner) => Word(place, inner, depth + 1));

    // Codes of the interface and keys of records are the same in every language.
    private static string? Code(string value) => value.Contains(' ', StringComparison.Ordinal) ? null : value;
}
