namespace StartupOrchestrator.Workflows.Expressions.RegularExpressions;

/// <summary>The flags behind a regular expression.</summary>
internal sealed record PatternFlags(string Text, bool IsGlobal, bool IgnoresCase, bool IsMultiline, bool DotTakesAll, bool IsSticky)
{
    /// <summary>Reads flags.</summary>
    /// <exception cref="ScriptException">A flag is unknown, doubled or not available.</exception>
    public static PatternFlags Parse(string text)
    {
        foreach (var flag in text)
        {
            if (flag is 'u' or 'v' or 'd')
            {
                throw new ScriptException(ScriptErrorKind.Unsupported, $"The flag '{flag}' of regular expressions is not available.");
            }

            if (!"gimsy".Contains(flag, StringComparison.Ordinal) || text.IndexOf(flag) != text.LastIndexOf(flag))
            {
                throw new ScriptException(
                    ScriptErrorKind.Runtime, $"Invalid flags supplied to RegExp constructor '{text}'", errorName: "SyntaxError");
            }
        }

        bool Has(char flag) => text.Contains(flag, StringComparison.Ordinal);
        return new(string.Concat(text.Order()), Has('g'), Has('i'), Has('m'), Has('s'), Has('y'));
    }
}
