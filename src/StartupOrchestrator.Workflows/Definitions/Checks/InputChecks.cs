using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.Primitives;
using StartupOrchestrator.Workflows.Activities.Structured;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Definitions.Checks;

/// <summary>Missing required inputs, values of the wrong type, variables that do not exist.</summary>
internal static class InputChecks
{
    public static void Run(CheckContext context)
    {
        foreach (var node in context.OwnNodes.Where(n => n.Composite is null))
        {
            for (var i = 0; i < node.Inputs.Length; i++) CheckInput(context, node, i);
            if (node.Behaviour is SetVariable) CheckVariable(context, node);
            foreach (var (output, target) in node.Element.Outputs)
            {
                if (!IsDeclared(node, target) && node.Definition.Outputs.All(o => o.Name != target))
                    context.Warn("unbound-output", node.Element, $"Output '{output}' goes to '{target}', which is neither a variable in sight nor an output of the workflow; it becomes an output of the instance.");
            }
        }
    }

    private static void CheckInput(CheckContext context, GraphNode node, int index)
    {
        var input = node.Descriptor.Inputs[index];
        var compiled = node.Inputs[index];
        var path = $"{node.Element.Path}.{input.Name}";
        var given = input.Source.Raw ? node.Element.Raw(input.Name) is not null : !IsEmpty(compiled);
        if (input.Source.Required && !given)
            context.Error("missing-input", node.Element, $"Input '{input.Source.Label ?? input.Name}' is required and not given.", path);
        else if (compiled.IsReplaced || (!compiled.IsConstant && IsGiven(compiled)))
            context.Error("bad-value", node.Element, $"The value of input '{input.Name}' is not of type {input.Type.Alias}.", path);
        else if (node.Behaviour is ParallelForEach && compiled.Source?.Kind is ExpressionKind.Object or ExpressionKind.Literal)
            context.Warn("no-items", node.Element, $"Input '{input.Name}' is a text, and a text has no items for this loop: give the list by a script, as [1, 2].", path);
        else if (input.Source.Options.Length > 0 && compiled is { IsConstant: true, Source: not null } && Values.Text(compiled.Value) is { Length: > 0 } text
            && !input.Source.Options.Contains(text) && !char.IsDigit(text[0]) && input.Name != "supportedMethods")
            context.Warn("unknown-option", node.Element, $"'{text}' is not one of the choices of input '{input.Name}': {string.Join(", ", input.Source.Options)}.", path);
        if (compiled.Source is { Kind: ExpressionKind.Variable } variable && variable.Value.Text("id") is { } id && !IsDeclared(node, id) && variable.Value.Text("name") is var name && !IsNamed(node, name))
            context.Warn("unknown-variable", node.Element, $"Input '{input.Name}' reads the variable '{name ?? id}', which is not in sight; it is empty then.", path);
    }

    private static bool IsGiven(CompiledInput input) =>
        input.Source?.Kind == ExpressionKind.Literal || (input.Source?.Kind == ExpressionKind.Object && IsJson(input.Source));

    private static bool IsJson(InputSource source) => source.Value.AsText() is not { } text || Values.TryParse(text) is not null;

    private static bool IsEmpty(CompiledInput input) => input.Source is null
        ? input.Value is null
        : input.IsConstant && (input.Value is null || (input.Value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(input.Value.GetValue<string>())) || input.Value is JsonArray { Count: 0 });

    private static void CheckVariable(CheckContext context, GraphNode node)
    {
        var variable = node.Element.Raw("variable");
        var id = variable.Text("id");
        if (id is not null && !IsDeclared(node, id))
            context.Error("unknown-variable", node.Element, $"The variable '{variable.Text("name") ?? id}' is not in sight here; setting it must fail.", node.Element.Path + ".variable");
    }

    private static bool IsDeclared(GraphNode node, string id)
    {
        for (var holder = node; holder is not null; holder = holder.Parent)
            if (holder.ScopeVariables.Any(v => v.Id == id)) return true;
        return false;
    }

    /// <summary>Loops put <c>CurrentValue</c> and the like into scope without declaring them.</summary>
    private static bool IsNamed(GraphNode node, string? name) => name is "CurrentValue" or "CurrentIndex" or "ChildInstanceId"
        || (name is not null && node.Definition.Variables.Any(v => v.Name == name));
}
