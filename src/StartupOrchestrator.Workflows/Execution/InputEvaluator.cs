using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Evaluates inputs and bare expressions, and converts the result to the declared type.</summary>
internal static class InputEvaluator
{
    /// <exception cref="ActivityFaultException">The expression failed or its value is not of the type.</exception>
    public static JsonNode? Evaluate(Burst burst, ActivityInstance instance, CompiledInput input, string name, IReadOnlyDictionary<string, JsonNode?>? arguments = null)
    {
        if (input.IsConstant) return input.Value;
        try
        {
            var source = input.Source!;
            var scope = Scope.Around(burst, instance);
            return source.Kind switch
            {
                ExpressionKind.Literal => Convert(source.Value, input),
                ExpressionKind.Object => throw new ActivityFaultException("it is not JSON of the expected type"),
                ExpressionKind.Variable => Convert(Variable(scope, source), input),
                ExpressionKind.Input => Convert(scope.WorkflowInput(source.Value.Text("name") ?? source.SourceText), input),
                ExpressionKind.JavaScript => Run(burst, instance, input, arguments),
                ExpressionKind.Liquid => Convert(JsonValue.Create(Template.Render(source.SourceText, burst, scope)), input),
                ExpressionKind.Unsupported => throw new ActivityFaultException($"expressions in {source.Language} are not supported here; write it in JavaScript"),
            };
        }
        catch (ScriptException e)
        {
            var place = e.Line > 0 ? $" (line {e.Line}, column {e.Column})" : "";
            throw new ActivityFaultException($"Failed to evaluate activity input '{name}'{place}", e);
        }
        catch (ActivityFaultException e)
        {
            throw new ActivityFaultException($"Failed to evaluate activity input '{name}'", e);
        }
    }

    /// <summary>Runs a script for its value and its assignments.</summary>
    public static JsonNode? Run(Burst burst, ActivityInstance instance, CompiledInput input, IReadOnlyDictionary<string, JsonNode?>? arguments, ScriptOutcomes? outcomes = null)
    {
        var host = new ScriptGlobals(burst, instance, input.VariableNames, arguments, outcomes);
        var result = input.Script.Evaluate(host, ScriptBudget.Default);
        host.CopyVariablesBack();
        return FromScript(result, input);
    }

    private static JsonNode? FromScript(ScriptValue result, CompiledInput input)
    {
        var type = input.Type;
        if (result.IsNullish) return null;
        if (type is { Kind: ValueKind.String, IsList: false })
        {
            // Numbers that a script gives as a text are written as the platform does; inside a script they are written as scripts do.
            if (result.IsNumber) return result.ToNumber().ToString(CultureInfo.InvariantCulture);
            return result.IsBoolean ? (result.IsTruthy ? "True" : "False") : result.IsObject ? result.ToJson() is { } json ? Values.Json(json) : null : result.ToText();
        }

        // What is no number is not zero either, so the platform takes it for true.
        if (!input.Refuses && type is { Kind: ValueKind.Boolean, IsList: false } && result.IsNumber && double.IsNaN(result.ToNumber())) return true;
        return Convert(result.ToJson(), input);
    }

    private static JsonNode? Convert(JsonNode? value, CompiledInput input) =>
        input.TryMake(value, out var made) ? made : throw new ActivityFaultException($"its value is not of type {input.Type.Alias}");

    private static JsonNode? Variable(Scope scope, InputSource source)
    {
        if (source.Value.Text("id") is { } id && scope.TryGetById(id, out var value)) return value;
        return scope.Get(source.Value.Text("name") ?? source.SourceText);
    }
}
