using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Expressions;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>An input made ready once for all executions: literals converted, scripts parsed when first needed.</summary>
internal sealed partial class CompiledInput
{
    private readonly Lazy<Script>? _script;

    private CompiledInput(InputSource? source, ValueType type, JsonNode? value, bool isConstant, bool refuses = false)
    {
        Refuses = refuses;
        Source = source;
        Type = type;
        Value = value;
        IsConstant = isConstant;
        if (source?.Kind != ExpressionKind.JavaScript) return;
        _script = new Lazy<Script>(() => Expressions.Script.Parse(source.SourceText));
        VariableNames = [.. VariableUse().Matches(source.SourceText).Select(m => m.Groups[1].Value).Distinct()];
    }

    public InputSource? Source { get; }

    public ValueType Type { get; }

    /// <summary>The value of a constant input.</summary>
    public JsonNode? Value { get; }

    public bool IsConstant { get; }

    /// <summary>Whether the constant is not of the type of the input, and the zero of the type stands for it.</summary>
    public bool IsReplaced { get; private init; }

    /// <summary>Whether a value of another type is refused, as activities of this product do; those of the original take the zero of the type.</summary>
    public bool Refuses { get; }

    /// <summary>Names that the script uses as <c>variables.name</c>.</summary>
    public string[] VariableNames { get; } = [];

    /// <exception cref="ScriptException">The text is no script of this language.</exception>
    public Script Script => _script!.Value;

    public static CompiledInput Of(InputDescriptor input, ActivityElement element)
    {
        if (!element.Inputs.TryGetValue(input.Name, out var source) || source is null || input.Source.Raw)
            return new CompiledInput(null, input.Type, input.Default, isConstant: true);
        return Of(source, input.Type, input.Default, refuses: !IsOfTheOriginal(element));
    }

    public static CompiledInput Of(InputSource source, ValueType type, JsonNode? otherwise = null, bool refuses = false)
    {
        return source.Kind switch
        {
            ExpressionKind.Literal => Constant(source, refuses ? source.Value : Literal(source.Value, type), type, otherwise, refuses),
            ExpressionKind.Object => Constant(source, refuses ? Object(source.Value, type) : TextOf(source.Value), type, otherwise, refuses),
            ExpressionKind.Variable or ExpressionKind.Input or ExpressionKind.JavaScript or ExpressionKind.Liquid or ExpressionKind.Unsupported => Dynamic(source, type, refuses),
        };
    }

    /// <summary>Makes a value of the type of the input.</summary>
    /// <returns>False when the value is not of the type and nothing can stand for it.</returns>
    public bool TryMake(JsonNode? value, out JsonNode? result) => Make(value, Type, Refuses, out result) != Fit.Refused;

    private static Fit Make(JsonNode? value, ValueType type, bool refuses, out JsonNode? result) =>
        !refuses ? Fitting.Make(value, type, out result) : Values.TryConvert(value, type, out result) ? Fit.Fits : Fit.Refused;

    private static bool IsOfTheOriginal(ActivityElement element) => element.Type.StartsWith("Elsa.", StringComparison.Ordinal);

    /// <summary>A list or object that stands as a literal is its JSON text where anything may stand.</summary>
    private static JsonNode? Literal(JsonNode? value, ValueType type) =>
        value is JsonObject or JsonArray && type is { Kind: ValueKind.Object, IsList: false } ? TextOf(value) : value;

    /// <summary>The text of an object expression; the type of the input says what is read from it, and where anything may stand it stays text.</summary>
    private static JsonValue? TextOf(JsonNode? value) => Values.Text(value) is { } text && !string.IsNullOrWhiteSpace(text) ? JsonValue.Create(text) : null;

    /// <summary>The JSON that a text holds; a text that holds none, or is asked for as a text, is itself.</summary>
    private static JsonNode? Object(JsonNode? value, ValueType type) =>
        value.AsText() is not { } text ? value
        : string.IsNullOrWhiteSpace(text) ? null
        : Values.TryParse(text) is { } json && (type is not { Kind: ValueKind.String, IsList: false } || json.AsText() is not null) ? json
        : value;

    private static CompiledInput Constant(InputSource source, JsonNode? value, ValueType type, JsonNode? otherwise, bool refuses) =>
        Make(value, type, refuses, out var made) is var fit && fit != Fit.Refused
            ? new CompiledInput(source, type, made ?? otherwise, isConstant: true, refuses) { IsReplaced = fit == Fit.Replaced }
            : Dynamic(source, type, refuses);

    private static CompiledInput Dynamic(InputSource source, ValueType type, bool refuses) => new(source, type, null, isConstant: false, refuses);

    [GeneratedRegex(@"variables\.(\w+)")]
    private static partial Regex VariableUse();
}
