using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>The accessors of a script: variables, inputs, outputs and the instance itself. Lives for one evaluation.</summary>
internal sealed class ScriptGlobals(
    Burst burst, ActivityInstance instance, string[] variableNames, IReadOnlyDictionary<string, JsonNode?>? arguments, ScriptOutcomes? outcomes) : IScriptHost
{
    private readonly Scope _scope = Scope.Around(burst, instance);
    private readonly Dictionary<string, ScriptValue> _made = new(StringComparer.Ordinal);
    private ScriptValue? _variables;

    public bool TryGetGlobal(string name, out ScriptValue value)
    {
        if (_made.TryGetValue(name, out value)) return true;
        if (Make(name) is not { } made)
        {
            value = ScriptValue.Undefined;
            return false;
        }

        _made[name] = value = made;
        return true;
    }

    public bool TrySetGlobal(string name, ScriptValue value) => false;

    /// <summary>Stores what the script did to <c>variables.x</c>.</summary>
    public void CopyVariablesBack()
    {
        if (_variables is not { } variables) return;
        foreach (var name in variableNames)
        {
            if (!variables.MemberNames.Contains(name)) continue;
            var value = variables.GetMember(name).ToJson();
            if (!_scope.Has(name) || !JsonNode.DeepEquals(value, _scope.Get(name))) _scope.Set(name, value);
        }
    }

    private ScriptValue? Make(string name)
    {
        switch (name)
        {
            case "variables":
                return _variables = ScriptValue.FromMembers(variableNames.Where(_scope.IsDeclared).Select(v => KeyValuePair.Create(v, Member(_scope.Get(v)))));
            case "getVariable":
                return Function(name, a => ScriptValue.FromHost(_scope.Get(Text(a, 0))));
            case "setVariable":
                return Function(name, a => Set(Text(a, 0), a.Length > 1 ? a[1] : default));
            case "getInput":
                return Function(name, a => ScriptValue.FromHost(_scope.WorkflowInput(Text(a, 0))));
            case "getOutputFrom":
                return Function(name, a => Output(Text(a, 0), a.Length > 1 && !a[1].IsNullish ? a[1].ToText() : "Result"));
            case "getLastResult":
                return Function(name, _ => ScriptValue.FromHost(burst.LastResult));
            case "setOutcome" or "setOutcomes" when outcomes is not null:
                return Function(name, a => Choose(a.Length > 0 ? a[0] : default));
        }

        return InstanceAccessors.Make(name, burst, instance) ?? MakeByPattern(name);
    }

    /// <summary><c>getX</c> and <c>setX</c> of a variable, <c>getX</c> of an argument or input, <c>getXFromY</c> of an output.</summary>
    private ScriptValue? MakeByPattern(string name)
    {
        if (name.Length < 4 || !char.IsUpper(name[3])) return null;
        if (name.StartsWith("set", StringComparison.Ordinal))
        {
            if (_scope.FindByAccessor(name.AsSpan(3)) is not { } variable) return null;
            return Function(name, a => Set(variable, a.Length > 0 ? a[0] : default));
        }

        if (!name.StartsWith("get", StringComparison.Ordinal)) return null;
        var wanted = name[3..];
        if (arguments?.TryGetValue(wanted, out var argument) == true) return Function(name, _ => ScriptValue.FromHost(argument));
        if (_scope.FindByAccessor(wanted) is { } found) return Function(name, _ => ScriptValue.FromHost(_scope.Get(found)));
        if (instance.Node.Definition.Inputs.Any(i => i.Name == wanted || Naming.Pascal(i.Name) == wanted))
        {
            var input = instance.Node.Definition.Inputs.First(i => i.Name == wanted || Naming.Pascal(i.Name) == wanted).Name;
            return Function(name, _ => ScriptValue.FromHost(_scope.WorkflowInput(input)));
        }

        return OutputAccessor(name, wanted);
    }

    private ScriptValue? OutputAccessor(string name, string wanted)
    {
        for (var at = wanted.IndexOf("From", 1, StringComparison.Ordinal); at > 0; at = wanted.IndexOf("From", at + 1, StringComparison.Ordinal))
        {
            var (output, activity) = (wanted[..at], wanted[(at + 4)..]);
            var node = Siblings().FirstOrDefault(n => Naming.Pascal((UsesNames ? n.Element.Name : n.Element.Id) ?? n.Element.Id) == activity);
            if (node is not null) return Function(name, _ => ScriptValue.FromHost(burst.Outputs.GetValueOrDefault((node.NodeId, output))));
        }

        return null;
    }

    private bool UsesNames => instance.Node.Definition.ToolMajor is null or >= 3;

    private IEnumerable<GraphNode> Siblings() => instance.Node.Parent?.Children.Select(c => c.Node) ?? [];

    private ScriptValue Output(string activity, string output)
    {
        for (var holder = instance.Node.Parent; holder is not null; holder = holder.Parent)
        {
            var node = holder.Children.Select(c => c.Node).FirstOrDefault(n => n.Element.Id == activity || n.Element.Name == activity);
            if (node is not null) return ScriptValue.FromHost(burst.Outputs.GetValueOrDefault((node.NodeId, output)));
        }

        throw new ScriptException($"Activity '{activity}' not found.");
    }

    private ScriptValue Set(string name, ScriptValue value)
    {
        try
        {
            _scope.Set(name, value.ToJson());
        }
        catch (ActivityFaultException e)
        {
            throw new ScriptException(e.Message);
        }

        return ScriptValue.Undefined;
    }

    private ScriptValue Choose(ScriptValue value)
    {
        outcomes!.Names.Clear();
        if (value.IsArray) outcomes.Names.AddRange(value.Items.Select(i => i.ToText()));
        else outcomes.Names.Add(value.ToText());
        return ScriptValue.Undefined;
    }

    /// <summary>A member of <c>variables</c>: an object is copied into the script, what lies in a list stays the host's.</summary>
    private static ScriptValue Member(JsonNode? value) => value is JsonArray ? ScriptValue.FromHost(value) : ScriptValue.FromJson(value);

    private static string Text(ReadOnlySpan<ScriptValue> arguments, int index) =>
        arguments.Length > index ? arguments[index].ToText() : throw new ScriptException("A name is missing.");

    private static ScriptValue Function(string name, ScriptFunction function) => ScriptValue.FromFunction(name, function);
}
