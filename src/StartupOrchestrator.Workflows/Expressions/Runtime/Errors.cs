namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>The errors that scripts run into; without a position, which the surrounding call or operator adds.</summary>
internal static class Errors
{
    public static ScriptException Type(string message) => new(ScriptErrorKind.Runtime, message, errorName: "TypeError");

    public static ScriptException Range(string message) => new(ScriptErrorKind.Runtime, message, errorName: "RangeError");

    public static ScriptException Reference(string message) => new(ScriptErrorKind.Runtime, message, errorName: "ReferenceError");

    public static ScriptException Syntax(string message) => new(ScriptErrorKind.Runtime, message, errorName: "SyntaxError");

    public static ScriptException Unsupported(string message) => new(ScriptErrorKind.Unsupported, message);
}
