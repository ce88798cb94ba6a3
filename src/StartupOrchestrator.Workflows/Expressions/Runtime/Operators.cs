using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>What the operators do.</summary>
internal static class Operators
{
    // Below this length copying is cheaper than remembering the parts.
    private const int RopeFrom = 128;

    /// <summary>An operator between two numbers.</summary>
    public static ScriptValue Numbers(BinaryOperator op, double a, double b) => op switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Subtract => a - b,
        BinaryOperator.Multiply => a * b,
        BinaryOperator.Divide => a / b,
        BinaryOperator.Remainder => Remainder(a, b),
        BinaryOperator.Power => Powers.Of(a, b),
        BinaryOperator.Equal or BinaryOperator.StrictEqual => a == b,
        BinaryOperator.NotEqual or BinaryOperator.StrictNotEqual => a != b,
        BinaryOperator.Less => a < b,
        BinaryOperator.LessOrEqual => a <= b,
        BinaryOperator.Greater => a > b,
        BinaryOperator.GreaterOrEqual => a >= b,
        BinaryOperator.BitAnd => (double)(Conversions.ToInt32(a) & Conversions.ToInt32(b)),
        BinaryOperator.BitOr => (double)(Conversions.ToInt32(a) | Conversions.ToInt32(b)),
        BinaryOperator.BitXor => (double)(Conversions.ToInt32(a) ^ Conversions.ToInt32(b)),
        BinaryOperator.ShiftLeft => (double)(Conversions.ToInt32(a) << (Conversions.ToInt32(b) & 31)),
        BinaryOperator.ShiftRight => (double)(Conversions.ToInt32(a) >> (Conversions.ToInt32(b) & 31)),
        BinaryOperator.ShiftRightUnsigned => (double)(Conversions.ToUint32(a) >> (Conversions.ToInt32(b) & 31)),
        BinaryOperator.In or BinaryOperator.InstanceOf => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    /// <summary>An operator between any two values.</summary>
    public static ScriptValue Apply(Machine m, BinaryOperator op, ScriptValue a, ScriptValue b)
    {
        switch (op)
        {
            case BinaryOperator.Add:
                return Add(m, a, b);
            case BinaryOperator.Equal:
                return Equality.Loose(m, a, b);
            case BinaryOperator.NotEqual:
                return !Equality.Loose(m, a, b);
            case BinaryOperator.StrictEqual:
                return Equality.Strict(m, a, b);
            case BinaryOperator.StrictNotEqual:
                return !Equality.Strict(m, a, b);
            case BinaryOperator.In:
                return Properties.In(m, a, b);
            case BinaryOperator.InstanceOf:
                return InstanceOf(a, b);
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                return Compare(m, op, a, b);
            default:
                var left = Conversions.ToNumber(m, a);
                return Numbers(op, left, Conversions.ToNumber(m, b));
        }
    }

    public static ScriptValue Apply(Machine m, UnaryOperator op, ScriptValue value) => op switch
    {
        UnaryOperator.Negate => -Conversions.ToNumber(m, value),
        UnaryOperator.Plus => Conversions.ToNumber(m, value),
        UnaryOperator.Not => !value.IsTruthy,
        UnaryOperator.BitNot => (double)~Conversions.ToInt32(Conversions.ToNumber(m, value)),
        UnaryOperator.TypeOf => TypeOf(value),
        UnaryOperator.Void => default,
    };

    public static ScriptValue TypeOf(ScriptValue value) => value.Type switch
    {
        ScriptType.Undefined => "undefined",
        ScriptType.Null or ScriptType.Object or ScriptType.Array => "object",
        ScriptType.Boolean => "boolean",
        ScriptType.Number => "number",
        ScriptType.Text => "string",
        ScriptType.Function => "function",
    };

    /// <summary>Whether the left side already is the answer.</summary>
    public static bool IsDecided(LogicalOperator op, ScriptValue left) => op switch
    {
        LogicalOperator.And => !left.IsTruthy,
        LogicalOperator.Or => left.IsTruthy,
        LogicalOperator.Coalesce => !left.IsNullish,
    };

    /// <summary>Joins two strings.</summary>
    public static ScriptValue Concatenate(Machine m, ScriptValue a, ScriptValue b)
    {
        var (left, right) = (Equality.Length(a), Equality.Length(b));
        if (left == 0 || right == 0)
        {
            return left == 0 ? b : a;
        }

        if (left + right < RopeFrom && a.Ref is string && b.Ref is string)
        {
            m.Charge(32 + (2 * (left + right)));
            return string.Concat((string)a.Ref, (string)b.Ref);
        }

        m.Charge(64);
        if (left + right > Limits.TextLength)
        {
            throw new ScriptException(ScriptErrorKind.AllocationBudget, $"A text may have {Limits.TextLength} characters at most.");
        }

        return new(new Rope(a.Ref!, b.Ref!, left + right));
    }

    private static double Remainder(double a, double b)
    {
        if (a is >= 0 and <= int.MaxValue && b is > 0 and <= int.MaxValue && (int)a == a && (int)b == b && !double.IsNegative(a))
        {
            return (int)a % (int)b;
        }

        return a % b;
    }

    private static ScriptValue Add(Machine m, ScriptValue a, ScriptValue b)
    {
        a = Conversions.ToPrimitive(m, a);
        b = Conversions.ToPrimitive(m, b);
        if (a.IsText || b.IsText)
        {
            return Concatenate(m, Conversions.ToText(m, a), Conversions.ToText(m, b));
        }

        return Conversions.ToNumber(m, a) + Conversions.ToNumber(m, b);
    }

    private static bool Compare(Machine m, BinaryOperator op, ScriptValue a, ScriptValue b)
    {
        a = Conversions.ToPrimitive(m, a);
        b = Conversions.ToPrimitive(m, b);
        if (!a.IsText || !b.IsText)
        {
            var left = Conversions.ToNumber(m, a);
            return Numbers(op, left, Conversions.ToNumber(m, b)).IsTruthy;
        }

        m.Steps(Math.Min(Equality.Length(a), Equality.Length(b)) >> 5);
        return Numbers(op, string.CompareOrdinal(m.Flat(a), m.Flat(b)), 0).IsTruthy;
    }

    private static bool InstanceOf(ScriptValue value, ScriptValue maker) => maker.Ref switch
    {
        NativeFunction { IsMaker: { } isMaker } => value.Ref is HeapObject heap && isMaker(heap),
        FunctionObject => throw Errors.Unsupported("'instanceof' is available for Array, Object, Map, Set, RegExp and errors only."),
        _ => throw Errors.Type("Right-hand side of 'instanceof' is not callable"),
    };
}
