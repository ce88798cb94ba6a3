using System.Collections.Frozen;

namespace StartupOrchestrator.Correspondence.Words;

/// <summary>English sentences or words, each with what another language says for it.</summary>
internal sealed class SentenceList
{
    private readonly FrozenDictionary<string, string> plain;
    private readonly (SentencePattern From, SentencePattern To)[] patterns;

    public SentenceList(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        Pairs = pairs;
        plain = pairs.Where(p => !HasPlaces(p.Key)).ToFrozenDictionary();
        patterns = [.. pairs.Where(p => HasPlaces(p.Key)).Select(p => (new SentencePattern(p.Key), new SentencePattern(p.Value))).OrderByDescending(p => p.Item1.Weight)];
    }

    public IReadOnlyCollection<KeyValuePair<string, string>> Pairs { get; }

    /// <summary>What is said for a text; null when none of this list fits, or a value has no words for its place.</summary>
    public string? Say(string text, Func<string, string, string?> say)
    {
        if (plain.TryGetValue(text, out var known))
        {
            return known;
        }

        foreach (var (from, to) in patterns)
        {
            if (from.TryMatch(text, say, out var values))
            {
                return to.Fill(from.Names, values);
            }
        }

        return null;
    }

    private static bool HasPlaces(string text) => text.Contains('{', StringComparison.Ordinal);
}
