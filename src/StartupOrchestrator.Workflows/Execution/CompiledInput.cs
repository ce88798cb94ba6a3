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

    private CompiledInput(InputSource? source, ValueType type, JsonNode? value, bool isConstant)
    {
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

    /// <summary>Names that the script uses as <c>variables.name</c>.</summary>
    public string[] VariableNames { get; } = [];

    /// <exception cref="ScriptException">The text is no script of this language.</exception>
    public Script Script => _script!.Value;

    public static CompiledInput Of(InputDescriptor input, ActivityElement element)
    {
        if (!element.Inputs.TryGetValue(input.Name, out var source) || source is null || input.Source.Raw)
            return new CompiledInput(null, input.Type, input.Default, isConstant: true);
        return Of(source, input.Type, input.Default);
    }

    public static CompiledInput Of(InputSource source, ValueType type, JsonNode? otherwise = null)
    {
        return source.Kind switch
        {
            ExpressionKind.Literal => Constant(source, source.Value, type, otherwise),
            ExpressionKind.Object => Constant(source, Object(source.Value, type), type, otherwise),
            ExpressionKind.Variable or ExpressionKind.Input or ExpressionKind.JavaScript or ExpressionKind.Liquid or ExpressionKind.Unsupported => Dynamic(source, type),
        };
    }

    /// <summary>The JSON that a text holds; a text that holds none, or is asked for as a text, is itself.</summary>
    private static JsonNode? Object(JsonNode? value, ValueType type) =>
        value.AsText() is not { } text ? value
        : string.IsNullOrWhiteSpace(text) ? null
        : Values.TryParse(text) is { } json && (type is not { Kind: ValueKind.String, IsList: false } || json.AsText() is not null) ? json
        : value;

    private static CompiledInput Constant(InputSource source, JsonNode? value, ValueType type, JsonNode? otherwise) =>
        Values.TryConvert(value, type, out var converted) ? new CompiledInput(source, type, converted ?? otherwise, isConstant: true) : Dynamic(source, type);

    private static CompiledInput Dynamic(InputSource source, ValueType type) => new(source, type, null, isConstant: false);

    [GeneratedRegex(@"variables\.(\w+)")]
    private static partial Regex VariableUse();
}
