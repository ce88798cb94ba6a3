using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>JavaScript's functions without an object.</summary>
internal static class GlobalFunctions
{
    private const string UnescapedInComponents = "-_.!~*'()";

    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["isNaN"] = (m, self, a) => double.IsNaN(a.Number(m, 0)),
        ["isFinite"] = (m, self, a) => double.IsFinite(a.Number(m, 0)),
        ["encodeURIComponent"] = (m, self, a) => Encode(m, a.Text(m, 0), UnescapedInComponents),
        ["encodeURI"] = (m, self, a) => Encode(m, a.Text(m, 0), UnescapedInComponents + ";/?:@&=+$,#"),
        ["decodeURIComponent"] = (m, self, a) => Decode(m, a.Text(m, 0), ""),
        ["decodeURI"] = (m, self, a) => Decode(m, a.Text(m, 0), ";/?:@&=+$,#"),
    };

    private static ScriptValue Encode(Machine m, string text, string unescaped)
    {
        m.ChargeText(text.Length * 9L);
        m.Steps(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]) || unescaped.Contains(text[i], StringComparison.Ordinal))
            {
                result.Append(text[i]);
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                throw new ScriptException(ScriptErrorKind.Runtime, "URI malformed", errorName: "URIError");
            }

            foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
            {
                result.Append('%').Append(Convert.ToHexString([value]));
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return result.ToString();
    }

    private static ScriptValue Decode(Machine m, string text, string kept)
    {
        m.ChargeText(text.Length * 2L);
        m.Steps(text.Length);
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
                continue;
            }

            var start = i;
            var first = Byte(text, i);
            var count = first < 0x80 ? 1 : first is >= 0xC2 and < 0xE0 ? 2 : first is >= 0xE0 and < 0xF0 ? 3 : first is >= 0xF0 and < 0xF5 ? 4 : 0;
            var bytes = new byte[count];
            for (var k = 0; k < count; k++)
            {
                bytes[k] = (byte)Byte(text, start + (3 * k));
            }

            var rune = count > 0 && Rune.DecodeFromUtf8(bytes, out var decoded, out var used) == System.Buffers.OperationStatus.Done && used == count
                ? decoded
                : throw new ScriptException(ScriptErrorKind.Runtime, "URI malformed", errorName: "URIError");
            i = start + (3 * count) - 1;
            result.Append(kept.Contains(rune.ToString(), StringComparison.Ordinal) ? text[start..(i + 1)] : rune.ToString());
        }

        return result.ToString();
    }

    private static int Byte(string text, int at) =>
        at + 2 < text.Length && text[at] == '%' && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2])
            ? Convert.ToInt32(text.Substring(at + 1, 2), 16)
            : throw new ScriptException(ScriptErrorKind.Runtime, "URI malformed", errorName: "URIError");
}
