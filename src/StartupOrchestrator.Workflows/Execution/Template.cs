using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>The closed part of Liquid that definitions use: places as <c>{{ Variables.X }}</c> with plain paths, no tags, no filters.</summary>
internal static partial class Template
{
    /// <exception cref="ActivityFaultException">The template uses more than places.</exception>
    public static string Render(string template, Burst burst, Scope scope)
    {
        if (template.Contains("{%", StringComparison.Ordinal)) throw new ActivityFaultException("templates may only hold places as {{ Variables.Name }}; use JavaScript for more");
        return Place().Replace(template, match => Values.Text(Resolve(match.Groups[1].Value.Split('.'), burst, scope)) ?? "");
    }

    private static JsonNode? Resolve(string[] path, Burst burst, Scope scope)
    {
        JsonNode? value = path[0] switch
        {
            "Variables" when path.Length > 1 => scope.Get(path[1]),
            "Input" when path.Length > 1 => scope.WorkflowInput(path[1]),
            "CorrelationId" => burst.State.CorrelationId,
            "WorkflowInstanceId" => burst.State.Id,
            "WorkflowDefinitionId" => burst.State.DefinitionId,
            "WorkflowDefinitionVersionId" => burst.State.DefinitionVersionId,
            "WorkflowDefinitionVersion" => burst.State.DefinitionVersion,
            _ => throw new ActivityFaultException($"the place '{string.Join('.', path)}' is not known"),
        };
        foreach (var member in path.Skip(path[0] is "Variables" or "Input" ? 2 : 1))
            value = (value as JsonObject)?[member];
        return value;
    }

    [GeneratedRegex(@"\{\{\s*([\w.]+)\s*\}\}")]
    private static partial Regex Place();
}
