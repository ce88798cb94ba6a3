using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>String methods that take out a part.</summary>
internal static class TextParts
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["at"] = At,
        ["charAt"] = CharAt,
        ["charCodeAt"] = CharCodeAt,
        ["codePointAt"] = CodePointAt,
        ["slice"] = Slice,
        ["substring"] = Substring,
        ["substr"] = Substr,
    };

    public static ScriptValue Part(Machine m, string text, int from, int length)
    {
        if (length <= 1)
        {
            return length <= 0 ? "" : Properties.Character(text[from]);
        }

        m.ChargeText(length);
        return text.Substring(from, length);
    }

    private static ScriptValue At(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = TextMethods.Of(m, self);
        var at = a.Integer(m, 0);
        at = at < 0 ? at + text.Length : at;
        return at >= 0 && at < text.Length ? Properties.Character(text[(int)at]) : default;
    }

    private static ScriptValue CharAt(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = TextMethods.Of(m, self);
        var at = a.Integer(m, 0);
        return at >= 0 && at < text.Length ? Properties.Character(text[(int)at]) : "";
    }

    private static ScriptValue CharCodeAt(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = TextMethods.Of(m, self);
        var at = a.Integer(m, 0);
        return at >= 0 && at < text.Length ? text[(int)at] : double.NaN;
    }

    private static ScriptValue CodePointAt(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = TextMethods.Of(m, self);
        var at = a.Integer(m, 0);
        if (at < 0 || at >= text.Length)
        {
            return default;
        }

        var i = (int)at;
        return char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
            ? char.ConvertToUtf32(text[i], text[i + 1])
            : text[i];
    }

    private static ScriptValue Slice(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = TextMethods.Of(m, self);
        var from = Methods.Relative(a.Integer(m, 0), text.Length);
        return Part(m, text, from, a.RelativeOr(m, 1, text.Length, text.Length) - from);
    }

    private static ScriptValue Substring(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = TextMethods.Of(m, self);
        var from = (int)Math.Clamp(a.Integer(m, 0), 0, text.Length);
        var to = a.At(1).IsUndefined ? text.Length : (int)Math.Clamp(a.Integer(m, 1), 0, text.Length);
        return Part(m, text, Math.Min(from, to), Math.Abs(to - from));
    }

    private static ScriptValue Substr(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = TextMethods.Of(m, self);
        var from = Methods.Relative(a.Integer(m, 0), text.Length);
        var length = a.At(1).IsUndefined ? text.Length : a.Integer(m, 1);
        return Part(m, text, from, (int)Math.Clamp(length, 0, text.Length - from));
    }
}
