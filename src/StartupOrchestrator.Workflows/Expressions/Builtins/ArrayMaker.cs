using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary><c>Array</c> and its functions.</summary>
internal static class ArrayMaker
{
    public static readonly Dictionary<string, NativeCode> Statics = new()
    {
        ["isArray"] = (m, self, a) => a.At(0).IsArray,
        ["of"] = Of,
        ["from"] = From,
    };

    public static ScriptValue Construct(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        if (a.Length != 1 || !a[0].IsNumber)
        {
            return Of(m, self, a);
        }

        var length = a[0].Num;
        if (length < 0 || length > uint.MaxValue || Math.Truncate(length) != length)
        {
            throw Errors.Range("Invalid array length");
        }

        var result = new ArrayObject([]);
        result.SetLength(m, (long)length);
        return new(result);
    }

    private static ScriptValue Of(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        m.ChargeArray(a.Length);
        return new(new ArrayObject(a.ToArray()));
    }

    private static ScriptValue From(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var map = a.At(1).IsUndefined ? null : a.Function(m, 1);
        var result = new ArrayObject([]);
        if (a.At(0).IsNullish)
        {
            throw Errors.Type($"{a.At(0).ToText()} is not iterable");
        }

        if (a.At(0).Ref is PlainObject plain)
        {
            FromLength(m, plain, map, result);
            return new(result);
        }

        if (a.At(0).IsNumber || a.At(0).IsBoolean)
        {
            return new(result);
        }

        var source = Iteration.Open(m, a.At(0));
        while (source.Next(m, out var value))
        {
            m.Step();
            result.Add(m, map is null ? value : map.Call(m, default, [value, result.Count]));
        }

        return new(result);
    }

    private static void FromLength(Machine m, PlainObject plain, FunctionObject? map, ArrayObject result)
    {
        var length = Math.Max(0, Conversions.ToInteger(m, plain.TryGet("length", out var given) ? given : 0));
        if (length > uint.MaxValue)
        {
            throw Errors.Range("Invalid array length");
        }

        for (var i = 0; i < length; i++)
        {
            m.Step();
            m.Charge(32);
            plain.TryGet(NumberText.Of(i), out var value);
            result.Add(m, map is null ? value : map.Call(m, default, [value, i]));
        }
    }
}

/// <summary>The functions of <c>String</c>.</summary>
internal static class TextMaker
{
    public static readonly Dictionary<string, NativeCode> Statics = new()
    {
        ["fromCharCode"] = FromCharCode,
        ["fromCodePoint"] = FromCodePoint,
    };

    private static ScriptValue FromCharCode(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        m.ChargeText(a.Length);
        var text = new char[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            m.Step();
            text[i] = (char)(ushort)Conversions.ToUint32(a.Number(m, i));
        }

        return new string(text);
    }

    private static ScriptValue FromCodePoint(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        m.ChargeText(a.Length * 2L);
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < a.Length; i++)
        {
            m.Step();
            var code = a.Number(m, i);
            if (code is not (>= 0 and <= 0x10FFFF) || Math.Truncate(code) != code)
            {
                throw Errors.Range($"Invalid code point {Conversions.ToFlatText(m, a[i])}");
            }

            text.Append(code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32((int)code));
        }

        return text.ToString();
    }
}
