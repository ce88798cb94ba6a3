using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>String methods that make a new string or look into one.</summary>
internal static class TextMethods
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["toString"] = (m, self, a) => Own(self),
        ["valueOf"] = (m, self, a) => Own(self),
        ["toUpperCase"] = (m, self, a) => CaseMapping.ToUpper(m, Of(m, self)),
        ["toLowerCase"] = (m, self, a) => CaseMapping.ToLower(m, Of(m, self)),
        ["trim"] = (m, self, a) => Trimmed(m, Of(m, self), NumberParser.Trim(Of(m, self)).Length, NumberParser.TrimStart(Of(m, self)).Length),
        ["trimStart"] = (m, self, a) => Trimmed(m, Of(m, self), NumberParser.TrimStart(Of(m, self)).Length, NumberParser.TrimStart(Of(m, self)).Length),
        ["trimEnd"] = (m, self, a) => Trimmed(m, Of(m, self), NumberParser.TrimEnd(Of(m, self)).Length, Of(m, self).Length),
        ["trimLeft"] = (m, self, a) => Trimmed(m, Of(m, self), NumberParser.TrimStart(Of(m, self)).Length, NumberParser.TrimStart(Of(m, self)).Length),
        ["trimRight"] = (m, self, a) => Trimmed(m, Of(m, self), NumberParser.TrimEnd(Of(m, self)).Length, Of(m, self).Length),
        ["includes"] = (m, self, a) => Search(m, self, a, (text, wanted, from) => text.IndexOf(wanted, from, StringComparison.Ordinal) >= 0),
        ["startsWith"] = (m, self, a) => Search(m, self, a, (text, wanted, from) => text.AsSpan(from).StartsWith(wanted, StringComparison.Ordinal)),
        ["endsWith"] = EndsWith,
        ["indexOf"] = IndexOf,
        ["lastIndexOf"] = LastIndexOf,
        ["repeat"] = Repeat,
        ["padStart"] = (m, self, a) => Pad(m, self, a, atStart: true),
        ["padEnd"] = (m, self, a) => Pad(m, self, a, atStart: false),
        ["concat"] = Concat,
        ["normalize"] = Normalize,
        ["isWellFormed"] = (m, self, a) => Malformed(m, Of(m, self)) < 0,
        ["toWellFormed"] = ToWellFormed,
    };

    public static string Of(Machine m, ScriptValue self)
    {
        var text = self.IsNullish ? throw Errors.Type("String.prototype method called on null or undefined") : Conversions.ToFlatText(m, self);
        m.Steps(text.Length >> 6);
        return text;
    }

    /// <summary>Whether a search may take this argument: a regular expression is refused, as in Node.</summary>
    public static string Wanted(Machine m, ReadOnlySpan<ScriptValue> a) => a.At(0).Ref is PatternObject
        ? throw Errors.Type("First argument must not be a regular expression")
        : a.Text(m, 0);

    private static ScriptValue Own(ScriptValue self) => self.IsText ? self : throw Errors.Type("String.prototype.toString requires that 'this' be a String");

    private static ScriptValue Trimmed(Machine m, string text, int length, int fromEnd)
    {
        m.ChargeText(length);
        m.Steps(text.Length - length);
        return text.Substring(text.Length - fromEnd, length);
    }

    private static bool Search(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a, Func<string, string, int, bool> test)
    {
        var text = Of(m, self);
        var wanted = Wanted(m, a);
        m.Steps(text.Length >> 3);
        return test(text, wanted, (int)Math.Clamp(a.Integer(m, 1), 0, text.Length));
    }

    private static ScriptValue EndsWith(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = Of(m, self);
        var wanted = Wanted(m, a);
        var end = a.At(1).IsUndefined ? text.Length : (int)Math.Clamp(a.Integer(m, 1), 0, text.Length);
        return text.AsSpan(0, end).EndsWith(wanted, StringComparison.Ordinal);
    }

    private static ScriptValue IndexOf(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = Of(m, self);
        var wanted = a.Text(m, 0);
        var from = (int)Math.Clamp(a.Integer(m, 1), 0, text.Length);
        return TextSearch.IndexOf(m, text, wanted, from);
    }

    private static ScriptValue LastIndexOf(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = Of(m, self);
        var wanted = a.Text(m, 0);
        var position = a.Number(m, 1);
        var from = double.IsNaN(position) ? text.Length : (int)Math.Clamp(Math.Truncate(position), 0, text.Length);
        m.Steps((text.Length + (long)wanted.Length) >> 2);
        for (var at = Math.Min(from, text.Length - wanted.Length); at >= 0; at--)
        {
            m.Steps(wanted.Length >> 4);
            if (text.AsSpan(at).StartsWith(wanted, StringComparison.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }

    private static ScriptValue Repeat(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = Of(m, self);
        var count = a.Integer(m, 0);
        if (count < 0 || double.IsInfinity(count))
        {
            throw Errors.Range($"Invalid count value: {a.At(0).ToText()}");
        }

        if (text.Length == 0 || count == 0)
        {
            return "";
        }

        m.ChargeText((long)Math.Min(text.Length * count, Limits.TextLength + 1.0));
        return string.Create(text.Length * (int)count, text, static (target, part) =>
        {
            for (var at = 0; at < target.Length; at += part.Length)
            {
                part.CopyTo(target[at..]);
            }
        });
    }

    private static ScriptValue Pad(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a, bool atStart)
    {
        var text = Of(m, self);
        var length = Math.Min(a.Integer(m, 0), Limits.TextLength + 1.0);
        var filler = a.At(1).IsUndefined ? " " : a.Text(m, 1);
        if (length <= text.Length || filler.Length == 0)
        {
            return text;
        }

        m.ChargeText((long)length);
        m.Steps((long)length >> 2);
        var missing = (int)length - text.Length;
        return string.Create((int)length, (text, filler, missing, atStart), static (target, state) =>
        {
            var padding = state.atStart ? target[..state.missing] : target[state.text.Length..];
            for (var i = 0; i < padding.Length; i++)
            {
                padding[i] = state.filler[i % state.filler.Length];
            }

            state.text.CopyTo(state.atStart ? target[state.missing..] : target);
        });
    }

    private static ScriptValue Concat(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        ScriptValue result = Of(m, self);
        foreach (var argument in a)
        {
            result = Operators.Concatenate(m, result, Conversions.ToText(m, argument));
        }

        return result;
    }

    private static ScriptValue Normalize(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = Of(m, self);
        var name = a.At(0).IsUndefined ? "NFC" : a.Text(m, 0);
        var form = name switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            _ => throw Errors.Range("The normalization form should be one of NFC, NFD, NFKC, NFKD."),
        };
        if (Malformed(m, text) >= 0)
        {
            throw Errors.Unsupported("'normalize' takes text without half surrogate pairs only.");
        }

        // One character can become eighteen.
        m.ChargeText(text.Length * 18L);
        m.Steps(text.Length);
        return text.Normalize(form);
    }

    private static int Malformed(Machine m, string text)
    {
        m.Steps(text.Length >> 3);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static ScriptValue ToWellFormed(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = Of(m, self);
        m.ChargeText(text.Length);
        var result = text.ToCharArray();
        for (var i = 0; i < result.Length; i++)
        {
            if (char.IsHighSurrogate(result[i]) && i + 1 < result.Length && char.IsLowSurrogate(result[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(result[i]))
            {
                result[i] = '\ufffd';
            }
        }

        return new string(result);
    }
}
