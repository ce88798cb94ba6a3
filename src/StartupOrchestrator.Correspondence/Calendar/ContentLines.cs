using System.Text;
using StartupOrchestrator.Correspondence.Mail;

namespace StartupOrchestrator.Correspondence.Calendar;

/// <summary>Lines of iCalendar (RFC 5545): CRLF, folded at 75 octets, values and parameters that cannot become structure.</summary>
internal sealed class ContentLines
{
    private const int OctetLimit = 75;

    private readonly StringBuilder output = new();

    /// <summary>Adds a line whose value needs no escaping, from our own code.</summary>
    public ContentLines Add(string name, string value)
    {
        Fold($"{name}:{value}");
        return this;
    }

    /// <summary>Adds a line with a text value from outside; line breaks in it become <c>\n</c>.</summary>
    public ContentLines AddText(string name, string text) => Add(name, EscapeText(text));

    /// <summary>A parameter value from outside, quoted; quotes and control characters cannot be written and are left out.</summary>
    public static string QuoteParameter(string text) => $"\"{OneLine.Of(text, 120).Replace('"', '\'')}\"";

    /// <inheritdoc/>
    public override string ToString() => output.ToString();

    private static string EscapeText(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => OneLine.Of(line, 2000)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal));
        return string.Join("\\n", lines);
    }

    // Octets, not characters, and never inside a character: some calendars unfold after decoding.
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetLimit)
            {
                output.Append("\r\n ");
                octets = 1;
            }

            output.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        output.Append("\r\n");
    }
}
