using System.Globalization;
using System.Text;
using System.Text.Json;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

using StartupOrchestrator.Workflows.Expressions;

/// <summary>Values as text that keeps what JSON loses: undefined, NaN, minus zero, strings against numbers. The oracle script writes the same.</summary>
internal static class Canonical
{
    public static string Of(ScriptValue value) => value.Type switch
    {
        ScriptType.Undefined => "undefined",
        ScriptType.Null => "null",
        ScriptType.Boolean => value.IsTruthy ? "true" : "false",
        ScriptType.Number => value.ToNumber() == 0 && double.IsNegative(value.ToNumber()) ? "-0" : value.ToText(),
        ScriptType.Text => Quote(value.ToText()),
        ScriptType.Function => "function",
        ScriptType.Array => $"[{string.Join(",", value.Items.Select(Of))}]",
        ScriptType.Object => $"{{{string.Join(",", value.MemberNames.Select(name => $"{Quote(name)}:{Of(value.GetMember(name))}"))}}}",
    };

    public static string Quote(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var c in text)
        {
            result.Append(c is >= ' ' and <= '~' and not '"' and not '\\' ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return result.Append('"').ToString();
    }

    /// <summary>The result of a program, or the name of its error.</summary>
    public static string Run(string source, ScriptBudget? budget = null)
    {
        try
        {
            return Of(Script.Parse(source).Evaluate(TestHost.Instance, budget ?? new(5_000_000, 100_000_000, 200)));
        }
        catch (ScriptException error)
        {
            var kind = error.Kind is ScriptErrorKind.Runtime or ScriptErrorKind.Thrown ? error.ErrorName : error.Kind.ToString();
            return $"! {kind} {error.Line}:{error.Column} {error.Message}";
        }
    }

    /// <summary>Only whether and how it failed, without the words.</summary>
    public static string WithoutWords(string outcome) => outcome.StartsWith('!') ? string.Join(' ', outcome.Split(' ').Take(2)) : outcome;

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
