namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>JavaScript's implicit conversions.</summary>
internal static class Conversions
{
    public static double ToNumber(Machine m, ScriptValue value)
    {
        if (value.IsNumber)
        {
            return value.Num;
        }

        switch (value.Ref)
        {
            case null:
                return double.NaN;
            case Tag tag:
                return ReferenceEquals(tag, Tag.True) ? 1 : tag.Type == ScriptType.Undefined ? double.NaN : 0;
            case HeapObject heap:
                return ToNumber(m, heap.ToPrimitive(m, preferText: false));
            default:
                var text = m.Flat(value);
                m.Steps(text.Length >> 2);
                return NumberParser.Parse(text);
        }
    }

    /// <summary>The string of any value, as a value.</summary>
    public static ScriptValue ToText(Machine m, ScriptValue value)
    {
        if (value.IsNumber)
        {
            m.Charge(64);
            return NumberText.Of(value.Num);
        }

        return value.Ref switch
        {
            null => "undefined",
            Tag tag => ReferenceEquals(tag, Tag.Null) ? "null" : ReferenceEquals(tag, Tag.True) ? "true" : tag.Type == ScriptType.Boolean ? "false" : "undefined",
            HeapObject heap => HeapText(m, heap),
            _ => value,
        };
    }

    /// <summary>The string of any value, put together.</summary>
    public static string ToFlatText(Machine m, ScriptValue value) => m.Flat(ToText(m, value));

    /// <summary>A value that is no object.</summary>
    public static ScriptValue ToPrimitive(Machine m, ScriptValue value, bool preferText = false) =>
        value.Ref is HeapObject heap ? Guarded(m, heap, preferText) : value;

    /// <summary>The name of a member.</summary>
    public static string ToKey(Machine m, ScriptValue value) => value.Ref as string ?? ToFlatText(m, value);

    /// <summary>A whole number, towards zero; NaN becomes 0, infinities stay.</summary>
    public static double ToInteger(Machine m, ScriptValue value)
    {
        var number = ToNumber(m, value);
        return double.IsNaN(number) ? 0 : Math.Truncate(number) + 0.0;
    }

    /// <summary>The low 32 bits, signed.</summary>
    public static int ToInt32(double number)
    {
        if (number is >= int.MinValue and <= int.MaxValue)
        {
            return (int)number;
        }

        if (!double.IsFinite(number))
        {
            return 0;
        }

        var rest = Math.Truncate(number) % 4294967296.0;
        return unchecked((int)(uint)(long)rest);
    }

    public static uint ToUint32(double number) => unchecked((uint)ToInt32(number));

    private static ScriptValue Guarded(Machine m, HeapObject heap, bool preferText)
    {
        m.Enter(levels: 8);
        var result = heap.ToPrimitive(m, preferText);
        m.Leave(levels: 8);
        return result;
    }

    private static ScriptValue HeapText(Machine m, HeapObject heap)
    {
        m.Enter(levels: 8);
        var text = heap.ToText(m);
        m.Leave(levels: 8);
        m.Charge(32);
        return text;
    }
}
