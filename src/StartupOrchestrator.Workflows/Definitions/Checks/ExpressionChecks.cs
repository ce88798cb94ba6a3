using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Definitions.Checks;

/// <summary>Scripts that cannot be read, and languages that this engine does not have.</summary>
internal static class ExpressionChecks
{
    public static void Run(CheckContext context)
    {
        foreach (var node in context.OwnNodes)
        {
            foreach (var (name, source) in node.Element.Inputs)
                if (source is not null) Check(context, node.Element, source, name);
            foreach (var (path, expression) in BareExpressions(node.Element.Json, node.Element.Path))
                if (InputSource.FromExpression(expression, null, path) is { } source) Check(context, node.Element, source, "condition");
        }
    }

    private static void Check(CheckContext context, ActivityElement element, InputSource source, string name)
    {
        switch (source.Kind)
        {
            case ExpressionKind.Unsupported:
                context.Error("unsupported-language", element, $"Input '{name}' is written in {source.Language}, which is not supported here. Write it in JavaScript.", source.Path);
                break;
            case ExpressionKind.JavaScript:
                CheckScript(context, element, source, name);
                break;
            case ExpressionKind.Liquid when source.SourceText.Contains("{%", StringComparison.Ordinal):
                context.Error("unsupported-language", element, $"Input '{name}' uses Liquid tags; only places as {{{{ Variables.Name }}}} are supported here.", source.Path);
                break;
            case ExpressionKind.Object when source.Value.AsText() is { Length: > 0 } text && Values.TryParse(text) is null && text.Trim() != "null":
                context.Error("bad-json", element, $"Input '{name}' is not JSON.", source.Path);
                break;
            case ExpressionKind.Literal or ExpressionKind.Object or ExpressionKind.Variable or ExpressionKind.Input or ExpressionKind.Liquid:
                break;
        }
    }

    private static void CheckScript(CheckContext context, ActivityElement element, InputSource source, string name)
    {
        try
        {
            _ = Script.Parse(source.SourceText);
        }
        catch (ScriptException e)
        {
            context.Error("bad-script", element, $"The script of '{name}' cannot be read (line {e.Line}, column {e.Column}): {e.Message}", source.Path);
        }
    }

    /// <summary>Expressions that stand without an input around them: conditions of cases and transitions.</summary>
    private static IEnumerable<(string Path, JsonObject Expression)> BareExpressions(JsonObject json, string path)
    {
        foreach (var list in (string[])["cases", "transitions"])
        {
            var items = json[list].Elements() ?? [];
            for (var i = 0; i < items.Count; i++)
                if ((items[i] as JsonObject)?["condition"] is JsonObject condition)
                    yield return ($"{path}.{list}[{i}].condition", condition["expression"] as JsonObject ?? condition);
        }
    }
}
