namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>The comparisons of JavaScript for being the same.</summary>
internal static class Equality
{
    /// <summary><c>===</c></summary>
    public static bool Strict(Machine m, ScriptValue a, ScriptValue b)
    {
        if (a.IsNumber || b.IsNumber)
        {
            return a.IsNumber && b.IsNumber && a.Num == b.Num;
        }

        if (ReferenceEquals(a.Ref, b.Ref))
        {
            return true;
        }

        return a.IsText && b.IsText && Texts(m, a, b);
    }

    /// <summary><c>==</c></summary>
    public static bool Loose(Machine m, ScriptValue a, ScriptValue b)
    {
        if (a.IsNullish || b.IsNullish)
        {
            return a.IsNullish && b.IsNullish;
        }

        if (a.IsObject && b.IsObject)
        {
            return ReferenceEquals(a.Ref, b.Ref);
        }

        if (a.IsObject || b.IsObject)
        {
            return Loose(m, Conversions.ToPrimitive(m, a), Conversions.ToPrimitive(m, b));
        }

        if (a.Type == b.Type)
        {
            return Strict(m, a, b);
        }

        return Conversions.ToNumber(m, a) == Conversions.ToNumber(m, b);
    }

    /// <summary>As <c>===</c>, but NaN equals itself. Used by <c>includes</c>, <c>Map</c> and <c>Set</c>.</summary>
    public static bool SameValueZero(ScriptValue a, ScriptValue b)
    {
        if (a.IsNumber && b.IsNumber)
        {
            return a.Num.Equals(b.Num) || a.Num == b.Num;
        }

        return ReferenceEquals(a.Ref, b.Ref) || (a.IsText && b.IsText && Length(a) == Length(b) && a.ToText() == b.ToText());
    }

    public static int Hash(ScriptValue value) => value.IsNumber
        ? HashCode.Combine(value.Num == 0 ? 0.0 : value.Num)
        : value.IsText ? value.ToText().GetHashCode(StringComparison.Ordinal) : value.Ref?.GetHashCode() ?? 0;

    public static int Length(ScriptValue text) => text.Ref is string flat ? flat.Length : ((Rope)text.Ref!).Length;

    private static bool Texts(Machine m, ScriptValue a, ScriptValue b)
    {
        if (Length(a) != Length(b))
        {
            return false;
        }

        m.Steps(Length(a) >> 6);
        return string.Equals(m.Flat(a), m.Flat(b), StringComparison.Ordinal);
    }
}
