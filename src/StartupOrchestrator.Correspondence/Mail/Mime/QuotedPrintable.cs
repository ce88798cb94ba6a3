using System.Text;

namespace StartupOrchestrator.Correspondence.Mail.Mime;

/// <summary>The transfer encoding of text parts (RFC 2045): readable in the raw file, lines of at most 76 characters, CRLF.</summary>
internal static class QuotedPrintable
{
    private const int LineLimit = 76;

    /// <summary>Encodes text; any kind of line break becomes CRLF.</summary>
    public static string Encode(string text)
    {
        var output = new StringBuilder(text.Length + (text.Length / 8));
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            EncodeLine(line, output);
            output.Append("\r\n");
        }

        return output.ToString();
    }

    private static void EncodeLine(string line, StringBuilder output)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var column = 0;
        Span<char> piece = stackalloc char[3];
        for (var i = 0; i < bytes.Length; i++)
        {
            var length = Piece(bytes[i], atEnd: i == bytes.Length - 1, atStart: column == 0, piece);
            // One column stays free for the soft line break.
            if (column + length > LineLimit - 1)
            {
                output.Append("=\r\n");
                column = 0;
                length = Piece(bytes[i], atEnd: i == bytes.Length - 1, atStart: true, piece);
            }

            output.Append(piece[..length]);
            column += length;
        }
    }

    private static int Piece(byte value, bool atEnd, bool atStart, Span<char> piece)
    {
        // A dot at a line's start is coded too: no relay can mistake it for the end of the message.
        var plain = value is >= 33 and <= 126 && value != '=' && !(atStart && value is (byte)'.' or (byte)'-')
            || (value is (byte)' ' && !atEnd);
        if (plain)
        {
            piece[0] = (char)value;
            return 1;
        }

        const string hex = "0123456789ABCDEF";
        piece[0] = '=';
        piece[1] = hex[value >> 4];
        piece[2] = hex[value & 15];
        return 3;
    }
}
