using StartupOrchestrator.Workflows.Activities.Composition;
using StartupOrchestrator.Workflows.Activities.Http;
using StartupOrchestrator.Workflows.Activities.Time;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Definitions.Checks;

/// <summary>Cron expressions, endpoints that collide, and children that are not there.</summary>
internal static class TriggerChecks
{
    public static void Run(CheckContext context)
    {
        var endpoints = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in context.OwnNodes)
        {
            var element = node.Element;
            switch (node.Behaviour)
            {
                case Cron when Constant(node, "cronExpression") is { Length: > 0 } cron && !CronExpression.TryParse(cron, out _, out var error):
                    context.Error("bad-cron", element, $"The cron expression '{cron}' cannot be read: {error}.", element.Path + ".cronExpression");
                    break;
                case HttpEndpoint when element.CanStartWorkflow && Constant(node, "path") is { } path:
                    var methods = node.Inputs[1].Value is System.Text.Json.Nodes.JsonArray { Count: > 0 } list ? list.Select(m => Values.Text(m)) : ["GET"];
                    foreach (var method in methods)
                        if (!endpoints.Add($"{method} {path.Trim('/')}"))
                            context.Error("duplicate-endpoint", element, $"Two activities start this workflow at {method} {path}.");
                    break;
                case ExecuteWorkflow or DispatchWorkflow or BulkDispatchWorkflows when Constant(node, "workflowDefinitionId") is { } id && context.Source != DefinitionSet.Empty && context.Source.Find(id, null, 0) is null:
                    context.Warn("no-child", element, $"There is no workflow with the id '{id}' yet; the step fails until it is published.", element.Path + ".workflowDefinitionId");
                    break;
            }

            if (element.CanStartWorkflow && !node.Descriptor.Declaration.IsTrigger && node.Composite is null)
                context.Warn("no-trigger", element, $"'{element.Type}' is marked as able to start the workflow, but it is no trigger.");
        }
    }

    private static string? Constant(GraphNode node, string input)
    {
        for (var i = 0; i < node.Inputs.Length; i++)
            if (node.Descriptor.Inputs[i].Name == input && node.Inputs[i].IsConstant) return Values.Text(node.Inputs[i].Value);
        return null;
    }
}
