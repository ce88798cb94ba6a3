using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Methods of regular expressions and what strings do with them.</summary>
internal static class PatternMethods
{
    public static readonly Dictionary<string, NativeCode> All = new();

    public static ScriptValue Construct(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a) => throw Missing();

    public static ScriptValue Match(Machine m, string text, ScriptValue pattern) => throw Missing();

    public static ScriptValue MatchAll(Machine m, string text, ScriptValue pattern) => throw Missing();

    public static ScriptValue Search(Machine m, string text, ScriptValue pattern) => throw Missing();

    public static ScriptValue Split(Machine m, string text, PatternObject pattern, uint limit) => throw Missing();

    public static ScriptValue Replace(Machine m, string text, PatternObject pattern, ScriptValue with) => throw Missing();

    private static ScriptException Missing() => Errors.Unsupported("Regular expressions are not available.");
}
