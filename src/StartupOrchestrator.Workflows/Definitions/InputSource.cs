using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>How an input gets its value.</summary>
public enum ExpressionKind
{
    /// <summary>The value itself.</summary>
    Literal,

    /// <summary>JSON text.</summary>
    Object,

    /// <summary>A variable in scope.</summary>
    Variable,

    /// <summary>An input of the workflow.</summary>
    Input,

    /// <summary>A script.</summary>
    JavaScript,

    /// <summary>Text with <c>{{ Variables.X }}</c> places.</summary>
    Liquid,

    /// <summary>A language that Elsa has and this engine does not: C#, Python, secrets.</summary>
    Unsupported,
}

/// <summary>An input as the document has it.</summary>
/// <param name="Kind">Kind of expression.</param>
/// <param name="Language">Name of the kind as written.</param>
/// <param name="Value">Literal, source text or reference; not to be changed.</param>
/// <param name="TypeName">Declared type name; not interpreted.</param>
/// <param name="Path">Path in the document.</param>
public sealed record InputSource(ExpressionKind Kind, string Language, JsonNode? Value, string? TypeName, string Path)
{
    /// <summary>Source text of a script or template; empty when there is none.</summary>
    public string SourceText => Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : Value?.ToJsonString() ?? "";

    /// <summary>Reads a bare expression <c>{ type, value }</c>.</summary>
    /// <returns>Null when the kind of expression is not known at all: such an input counts as not given.</returns>
    public static InputSource? FromExpression(JsonObject expression, string? typeName, string path)
    {
        var language = expression.Text("type") ?? "Literal";
        ExpressionKind? kind = language switch
        {
            "Literal" => ExpressionKind.Literal,
            "Object" or "Json" => ExpressionKind.Object,
            "Variable" => ExpressionKind.Variable,
            "Input" => ExpressionKind.Input,
            "JavaScript" => ExpressionKind.JavaScript,
            "Liquid" => ExpressionKind.Liquid,
            "CSharp" or "C#" or "Python" or "Secret" or "Delegate" => ExpressionKind.Unsupported,
            _ => null,
        };
        return kind is { } known ? new InputSource(known, language, expression["value"], typeName, path) : null;
    }
}
