using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>The key of a definition's actor: its logical id where that can be a key, else one that follows from it.</summary>
public static class DefinitionKey
{
    private const int Longest = 100;

    /// <summary>Makes the key. Ids that are keys stay as they are; of others letters and digits are kept, and a few characters tell them apart.</summary>
    public static string Of(string definitionId)
    {
        if (IsKey(definitionId))
        {
            return definitionId;
        }

        var words = string.Concat(definitionId.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return $"{words[..Math.Min(words.Length, Longest - 9)]}-{DerivedId.From("definition", definitionId)[..8]}".TrimStart('-');
    }

    /// <summary>Whether the text is a key: lower-case letters, digits, hyphens and dots.</summary>
    public static bool IsKey(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');
}
