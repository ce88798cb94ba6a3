using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>The helpers that Elsa offers to scripts, as far as they always answer the same. Bytes are arrays of numbers here.</summary>
internal static class ElsaFunctions
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["isNullOrEmpty"] = (m, self, a) => a.At(0).IsNullish || a.Text(m, 0).Length == 0,
        ["isNullOrWhiteSpace"] = (m, self, a) => a.At(0).IsNullish || string.IsNullOrWhiteSpace(a.Text(m, 0)),
        ["toJson"] = (m, self, a) => HostJson.Write(m, a.At(0)),
        ["parseGuid"] = ParseGuid,
        ["bytesFromString"] = (m, self, a) => ToArray(m, Encoded(m, a.Text(m, 0))),
        ["bytesToString"] = (m, self, a) => Decoded(m, ToBytes(m, a.At(0))),
        ["bytesToBase64"] = (m, self, a) => ToBase64(m, ToBytes(m, a.At(0))),
        ["bytesFromBase64"] = (m, self, a) => ToArray(m, FromBase64(m, a.Text(m, 0))),
        ["stringToBase64"] = (m, self, a) => ToBase64(m, Encoded(m, a.Text(m, 0))),
        ["stringFromBase64"] = (m, self, a) => Decoded(m, FromBase64(m, a.Text(m, 0))),
    };

    private static ScriptValue ParseGuid(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        m.Charge(128);
        var text = a.Text(m, 0);
        return Guid.TryParse(text, out var id) ? id.ToString() : throw Errors.Type($"'{text[..Math.Min(50, text.Length)]}' is not a GUID");
    }

    private static byte[] Encoded(Machine m, string text)
    {
        m.ChargeText(text.Length * 2L);
        m.Steps(text.Length >> 3);
        return Strict.GetBytes(text);
    }

    private static ScriptValue Decoded(Machine m, byte[] bytes)
    {
        m.ChargeText(bytes.Length);
        m.Steps(bytes.Length >> 3);
        return Strict.GetString(bytes);
    }

    private static ScriptValue ToBase64(Machine m, byte[] bytes)
    {
        m.ChargeText(bytes.Length * 2L);
        return Convert.ToBase64String(bytes);
    }

    private static byte[] FromBase64(Machine m, string text)
    {
        m.ChargeText(text.Length);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : throw Errors.Type("The text is not Base64");
    }

    private static ScriptValue ToArray(Machine m, byte[] bytes)
    {
        m.ChargeArray(bytes.Length);
        return ScriptValue.FromItems(bytes.Select(value => ScriptValue.FromNumber(value)));
    }

    private static byte[] ToBytes(Machine m, ScriptValue value)
    {
        var array = value.Ref as ArrayObject ?? throw Errors.Type("Bytes are an array of numbers from 0 to 255");
        m.ChargeArray(array.Count);
        var bytes = new byte[array.Count];
        for (var i = 0; i < bytes.Length; i++)
        {
            var number = Conversions.ToNumber(m, array[i]);
            bytes[i] = number is >= 0 and <= 255 && Math.Truncate(number) == number
                ? (byte)number
                : throw Errors.Type("Bytes are an array of numbers from 0 to 255");
        }

        return bytes;
    }
}
