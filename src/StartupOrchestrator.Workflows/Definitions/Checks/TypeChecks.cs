using StartupOrchestrator.Workflows.Activities.Flow;

namespace StartupOrchestrator.Workflows.Definitions.Checks;

/// <summary>Unknown activity types and versions.</summary>
internal static class TypeChecks
{
    public static void Run(CheckContext context)
    {
        foreach (var node in context.OwnNodes)
        {
            var element = node.Element;
            if (node.Behaviour is NotFoundActivity)
                context.Error("unknown-activity", element, $"Activity type '{element.Type}' is not known here. Replace it, or publish the workflow that it stands for.");
            else if (node.Composite is null && element.Version > node.Descriptor.Version)
                context.Warn("newer-version", element, $"Version {element.Version} of '{element.Type}' is not known here; version {node.Descriptor.Version} is used.");
        }

        foreach (var (variable, index) in context.Definition.Variables.Select((v, i) => (v, i)))
        {
            if (context.Definition.Variables.Take(index).Any(v => v.Name == variable.Name))
                context.Problems.Add(DefinitionProblem.Warning("duplicate-variable", $"variables[{index}]", $"Two variables have the name '{variable.Name}'; scripts see one of them."));
        }
    }
}
