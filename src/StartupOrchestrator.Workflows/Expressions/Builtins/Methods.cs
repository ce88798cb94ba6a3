using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>What all built-in functions need to read their arguments.</summary>
internal static class Methods
{
    public static ScriptValue At(this ReadOnlySpan<ScriptValue> arguments, int index) => index < arguments.Length ? arguments[index] : default;

    public static double Number(this ReadOnlySpan<ScriptValue> arguments, Machine m, int index) => Conversions.ToNumber(m, arguments.At(index));

    public static double Integer(this ReadOnlySpan<ScriptValue> arguments, Machine m, int index) => Conversions.ToInteger(m, arguments.At(index));

    public static string Text(this ReadOnlySpan<ScriptValue> arguments, Machine m, int index) => Conversions.ToFlatText(m, arguments.At(index));

    public static FunctionObject Function(this ReadOnlySpan<ScriptValue> arguments, Machine m, int index) =>
        arguments.At(index).Ref as FunctionObject ?? throw Errors.Type($"{Show(m, arguments.At(index))} is not a function");

    /// <summary>A position counted from the front, or from the end if negative, within 0 and the length.</summary>
    public static int Relative(double position, int length) =>
        (int)(position < 0 ? Math.Max(length + position, 0) : Math.Min(position, length));

    /// <summary>As <see cref="Relative"/>, with a value for a missing argument.</summary>
    public static int RelativeOr(this ReadOnlySpan<ScriptValue> arguments, Machine m, int index, int length, int missing) =>
        arguments.At(index).IsUndefined ? missing : Relative(arguments.Integer(m, index), length);

    public static string Show(Machine m, ScriptValue value) => value.Ref switch
    {
        string or Rope => $"\"{m.Flat(value)}\"",
        FunctionObject => "function",
        HeapObject heap => $"#<{heap.ClassName}>",
        _ => value.ToText(),
    };
}
