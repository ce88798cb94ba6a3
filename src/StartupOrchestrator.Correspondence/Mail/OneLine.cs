using System.Globalization;
using System.Text;

namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>Makes any text fit for a header, a parameter or a file name: one line, nothing that a reader could take for structure.</summary>
public static class OneLine
{
    /// <summary>
    /// Runs of control characters, line and paragraph separators, direction marks and broken surrogates become one
    /// space; the ends are trimmed; at most <paramref name="limit"/> UTF-16 units are kept.
    /// </summary>
    public static string Of(string? text, int limit = 400)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (IsUnfit(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (line.Length + rune.Utf16SequenceLength > limit)
            {
                break;
            }
            else
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().Trim();
    }

    private static bool IsUnfit(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0xFEFF;
}
