using System.Buffers;
using System.Text;

namespace StartupOrchestrator.Correspondence.Mail.Mime;

/// <summary>Header values: plain where that is possible, else encoded words (RFC 2047); folded; never with a line break of the caller's.</summary>
internal static class HeaderText
{
    private const int FoldAt = 76;

    private static readonly SearchValues<char> Structure = SearchValues.Create("\"\\<>@;:()[]");

    /// <summary>One header line with its CRLF.</summary>
    /// <param name="name">Header name, from our own code.</param>
    /// <param name="value">Already safe: from the methods below, or structured by our own code.</param>
    public static string Line(string name, string value)
    {
        var line = new StringBuilder(name).Append(':');
        var column = line.Length;
        foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column + 1 + word.Length > FoldAt && column > name.Length + 1)
            {
                line.Append("\r\n");
                column = 0;
            }

            line.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        return line.Append("\r\n").ToString();
    }

    /// <summary>Free text such as a subject.</summary>
    public static string Unstructured(string text)
    {
        var line = OneLine.Of(text);
        return IsPlain(line) ? line : EncodedWords(line);
    }

    /// <summary>A mailbox: name and address, the name quoted or encoded.</summary>
    public static string Mailbox(Mailbox mailbox)
    {
        var name = OneLine.Of(mailbox.Name, 120);
        if (name.Length == 0)
        {
            return $"<{mailbox.Address}>";
        }

        // Characters that mean something in an address are coded, too: quotes would do for careful readers only.
        var shown = IsPlain(name) && !name.AsSpan().ContainsAny(Structure) ? $"\"{name}\"" : EncodedWords(name);
        return $"{shown} <{mailbox.Address}>";
    }

    /// <summary>The parameter of a file name (RFC 2231), each piece a folded line: always coded, so that no character of it can be structure.</summary>
    public static string FileName(string name)
    {
        const int pieceLimit = 54;
        var coded = Uri.EscapeDataString(SafeFileName.Of(name));
        var output = new StringBuilder();
        for (int at = 0, piece = 0; at < coded.Length; piece++)
        {
            var end = Math.Min(coded.Length, at + pieceLimit);
            // Never inside a %XX.
            end = end == coded.Length ? end : coded[end - 1] == '%' ? end - 1 : coded[end - 2] == '%' ? end - 2 : end;
            output.Append(piece == 0 ? "" : ";\r\n ").Append(System.Globalization.CultureInfo.InvariantCulture, $"filename*{piece}*=").Append(piece == 0 ? "UTF-8''" : "").Append(coded.AsSpan(at, end - at));
            at = end;
        }

        return output.ToString();
    }

    // A word over 70 characters could not be folded within the line limit: encode it.
    private static bool IsPlain(string text) =>
        text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal) && text.Split(' ').All(w => w.Length <= 70)
        && !text.Contains("  ", StringComparison.Ordinal);

    private static string EncodedWords(string text)
    {
        var words = new List<string>();
        var chunk = new List<byte>();
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (chunk.Count + length > 42)
            {
                Flush();
            }

            chunk.AddRange(utf8[..length]);
        }

        Flush();
        return string.Join(' ', words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String(chunk.ToArray())}?=");
            chunk.Clear();
        }
    }
}
