using System.Collections.Frozen;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

/// <summary>Names that cannot be variables.</summary>
internal static class Words
{
    /// <summary>Reserved by JavaScript, or by its strict mode and future editions.</summary>
    public static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
    [
        "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export",
        "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "new", "null",
        "package", "private", "protected", "public", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "var",
        "void", "while", "with", "yield",
    ]);

    /// <summary>Names with a meaning that no script may change or see.</summary>
    public static readonly FrozenSet<string> Untouchable = FrozenSet.ToFrozenSet(["arguments", "eval", "undefined", "NaN", "Infinity"]);

    /// <summary>Statements and operators of JavaScript that this language leaves out, with what to use instead.</summary>
    public static readonly FrozenDictionary<string, string> LeftOut = new Dictionary<string, string>
    {
        ["await"] = "'await' is not available: nothing in an expression waits.",
        ["async"] = "'async' functions are not available: nothing in an expression waits.",
        ["class"] = "Classes are not available; use objects and functions.",
        ["debugger"] = "'debugger' is not available.",
        ["enum"] = "'enum' is not available.",
        ["export"] = "Modules are not available.",
        ["import"] = "Modules are not available.",
        ["super"] = "Classes are not available; use objects and functions.",
        ["this"] = "'this' is not available; pass the object as an argument.",
        ["with"] = "'with' is not available.",
        ["yield"] = "Generators are not available; build an array.",
    }.ToFrozenDictionary();
}
