using System.Numerics;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>The functions of <c>Math</c> whose results are the same on every machine.</summary>
internal static class MathFunctions
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["abs"] = (m, self, a) => Math.Abs(a.Number(m, 0)),
        ["ceil"] = (m, self, a) => Math.Ceiling(a.Number(m, 0)),
        ["floor"] = (m, self, a) => Math.Floor(a.Number(m, 0)),
        ["trunc"] = (m, self, a) => Math.Truncate(a.Number(m, 0)),
        ["round"] = (m, self, a) => Round(a.Number(m, 0)),
        ["sign"] = (m, self, a) => Sign(a.Number(m, 0)),
        ["sqrt"] = (m, self, a) => Math.Sqrt(a.Number(m, 0)),
        ["pow"] = (m, self, a) => Powers.Of(a.Number(m, 0), a.Number(m, 1)),
        ["fround"] = (m, self, a) => (double)(float)a.Number(m, 0),
        ["imul"] = (m, self, a) => (double)unchecked(Conversions.ToInt32(a.Number(m, 0)) * Conversions.ToInt32(a.Number(m, 1))),
        ["clz32"] = (m, self, a) => (double)BitOperations.LeadingZeroCount(Conversions.ToUint32(a.Number(m, 0))),
        ["max"] = (m, self, a) => Extreme(m, a, double.NegativeInfinity, Math.Max),
        ["min"] = (m, self, a) => Extreme(m, a, double.PositiveInfinity, Math.Min),
    };

    public static readonly Dictionary<string, ScriptValue> Constants = new()
    {
        ["PI"] = Math.PI,
        ["E"] = Math.E,
        ["LN2"] = 0.6931471805599453,
        ["LN10"] = 2.302585092994046,
        ["LOG2E"] = 1.4426950408889634,
        ["LOG10E"] = 0.4342944819032518,
        ["SQRT2"] = 1.4142135623730951,
        ["SQRT1_2"] = 0.7071067811865476,
    };

    private static double Round(double number)
    {
        if (!double.IsFinite(number) || Math.Truncate(number) == number)
        {
            return number;
        }

        // Halves go up; minus zero stays for what lies between -0.5 and 0.
        var floor = Math.Floor(number);
        var rounded = number - floor >= 0.5 ? floor + 1 : floor;
        return rounded == 0 && number < 0 ? -0.0 : rounded;
    }

    private static double Sign(double number) => double.IsNaN(number) || number == 0 ? number : number > 0 ? 1 : -1;

    private static double Extreme(Machine m, ReadOnlySpan<ScriptValue> a, double start, Func<double, double, double> pick)
    {
        m.Steps(a.Length);
        foreach (var value in a)
        {
            start = pick(start, Conversions.ToNumber(m, value));
        }

        return start;
    }
}
