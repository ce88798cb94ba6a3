using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Methods of numbers, and the functions of <c>Number</c>.</summary>
internal static class NumberMethods
{
    private const double LargestSafe = 9007199254740991;

    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["toString"] = (m, self, a) => ToText(m, Of(self), a.At(0)),
        ["valueOf"] = (m, self, a) => Of(self),
        ["toFixed"] = (m, self, a) => Digits(m, Of(self), a, 0, "toFixed() digits", NumberFormats.Fixed),
        ["toExponential"] = (m, self, a) => Digits(m, Of(self), a, 0, "toExponential()", NumberFormats.Exponential),
        ["toPrecision"] = (m, self, a) => Digits(m, Of(self), a, 1, "toPrecision()", NumberFormats.Precision),
    };

    public static readonly Dictionary<string, NativeCode> Statics = new()
    {
        ["isInteger"] = (m, self, a) => IsInteger(a.At(0)),
        ["isSafeInteger"] = (m, self, a) => IsInteger(a.At(0)) && Math.Abs(a.At(0).Num) <= LargestSafe,
        ["isFinite"] = (m, self, a) => a.At(0).IsNumber && double.IsFinite(a.At(0).Num),
        ["isNaN"] = (m, self, a) => a.At(0).IsNumber && double.IsNaN(a.At(0).Num),
        ["parseFloat"] = ParseFloat,
        ["parseInt"] = ParseInt,
    };

    public static readonly Dictionary<string, ScriptValue> Constants = new()
    {
        ["EPSILON"] = Math.Pow(2, -52),
        ["MAX_SAFE_INTEGER"] = LargestSafe,
        ["MIN_SAFE_INTEGER"] = -LargestSafe,
        ["MAX_VALUE"] = double.MaxValue,
        ["MIN_VALUE"] = double.Epsilon,
        ["NaN"] = double.NaN,
        ["POSITIVE_INFINITY"] = double.PositiveInfinity,
        ["NEGATIVE_INFINITY"] = double.NegativeInfinity,
    };

    public static ScriptValue ParseFloat(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = a.Text(m, 0);
        m.Steps(text.Length >> 2);
        var trimmed = NumberParser.TrimStart(text);
        var length = NumberParser.DecimalLength(trimmed);
        return length == 0 ? double.NaN : NumberParser.Decimal(trimmed[..length]);
    }

    public static ScriptValue ParseInt(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = NumberParser.TrimStart(a.Text(m, 0));
        m.Steps(text.Length >> 2);
        return IntegerParser.Parse(text, Conversions.ToInt32(a.Number(m, 1)));
    }

    private static double Of(ScriptValue self) =>
        self.IsNumber ? self.Num : throw Errors.Type("Number.prototype method requires that 'this' be a Number");

    private static bool IsInteger(ScriptValue value) => value.IsNumber && double.IsFinite(value.Num) && Math.Truncate(value.Num) == value.Num;

    private static ScriptValue ToText(Machine m, double number, ScriptValue radix)
    {
        m.Charge(64);
        var chosen = radix.IsUndefined ? 10 : Conversions.ToInteger(m, radix);
        if (chosen is < 2 or > 36)
        {
            throw Errors.Range("toString() radix must be between 2 and 36");
        }

        if (chosen == 10)
        {
            return NumberText.Of(number);
        }

        m.Charge(5_000);
        m.Steps(100);
        return RadixText.Of(number, (int)chosen);
    }

    private static ScriptValue Digits(
        Machine m, double number, ReadOnlySpan<ScriptValue> a, int least, string what, Func<double, int?, string> format)
    {
        var digits = a.Integer(m, 0);
        m.Charge(6_000);
        m.Steps(200);
        if (!double.IsFinite(number) && least == 0 && what.StartsWith("toExp", StringComparison.Ordinal))
        {
            return NumberText.Of(number);
        }

        if (least == 1 && (a.At(0).IsUndefined || !double.IsFinite(number)))
        {
            return NumberText.Of(number);
        }

        if (digits < least || digits > 100)
        {
            throw Errors.Range($"{what} argument must be between {least} and 100");
        }

        return format(number, a.At(0).IsUndefined ? null : (int)digits);
    }
}

/// <summary>Methods of booleans.</summary>
internal static class BooleanMethods
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["toString"] = (m, self, a) => Of(self).ToText(),
        ["valueOf"] = (m, self, a) => Of(self),
    };

    private static ScriptValue Of(ScriptValue self) =>
        self.IsBoolean ? self : throw Errors.Type("Boolean.prototype method requires that 'this' be a Boolean");
}

/// <summary>Methods of errors.</summary>
internal static class ErrorMethods
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["toString"] = (m, self, a) => self.Ref is ErrorObject error ? error.ToText(m) : throw Errors.Unsupported("'toString' of errors takes an error."),
    };
}
