using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>The variables an activity sees: its own, then those of the containers around it, nearest first.</summary>
public readonly struct Scope
{
    private readonly Burst _burst;
    private readonly ActivityInstance _instance;

    internal Scope(Burst burst, ActivityInstance instance)
    {
        _burst = burst;
        _instance = instance;
    }

    /// <summary>What the inputs and outputs of an activity refer to: for a workflow used as an activity that is the scope around it.</summary>
    internal static Scope Around(Burst burst, ActivityInstance instance) =>
        new(burst, instance.Node.Composite is not null && instance.Parent is not null ? instance.Parent : instance);

    /// <summary>Value of a variable; null when it is not there.</summary>
    public JsonNode? Get(string name) => Find(name)?.Variables![name];

    /// <summary>Whether there is a variable of this name.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>Sets a variable, converted to its type; one that is not there is created in the nearest container.</summary>
    /// <exception cref="ActivityFaultException">The value cannot be of the variable's type, and nothing can stand for it.</exception>
    public void Set(string name, JsonNode? value)
    {
        var holder = Find(name) ?? LoopVariables.ContainerOf(_instance);
        Write(holder, name, value);
    }

    /// <summary>Sets the variable with this id.</summary>
    /// <returns>False when no container declares it.</returns>
    /// <exception cref="ActivityFaultException">The value cannot be of the variable's type, and nothing can stand for it.</exception>
    public bool SetById(string id, JsonNode? value)
    {
        for (var holder = _instance; holder is not null; holder = holder.Parent)
        {
            if (holder.Variables is null || NameOf(holder, id) is not { } name) continue;
            Write(holder, name, value);
            return true;
        }

        return false;
    }

    /// <summary>Value of the variable with this id; false when no container declares it.</summary>
    public bool TryGetById(string id, out JsonNode? value)
    {
        for (var holder = _instance; holder is not null; holder = holder.Parent)
        {
            if (holder.Variables is null || NameOf(holder, id) is not { } name) continue;
            value = holder.Variables[name];
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>An input of the nearest workflow around the activity.</summary>
    public JsonNode? WorkflowInput(string name)
    {
        var composite = _instance.SelfAndAncestors().FirstOrDefault(i => i.Node.Composite is not null && i.Parent is not null);
        if (composite is not null && composite.Node.Composite!.Inputs.Any(i => i.Name == name)) return composite.Variables?.GetValueOrDefault(name);
        return _burst.State.Input.GetValueOrDefault(name);
    }

    /// <summary>Finds the variable that a script accessor means: <c>getMyVar</c> is variable <c>myVar</c> or <c>MyVar</c>.</summary>
    internal string? FindByAccessor(ReadOnlySpan<char> accessor)
    {
        for (var holder = _instance; holder is not null; holder = holder.Parent)
        {
            foreach (var name in Declared(holder))
            {
                if (name.Length == accessor.Length && char.ToUpperInvariant(name[0]) == accessor[0]
                    && accessor[1..].SequenceEqual(name.AsSpan(1)) && Naming.HasAccessor(name)) return name;
            }
        }

        return null;
    }

    /// <summary>Whether the definition or a loop around the activity declares the variable; one that a script made is reached by <c>getVariable</c> alone.</summary>
    internal bool IsDeclared(string name)
    {
        for (var holder = _instance; holder is not null; holder = holder.Parent)
            if (Declared(holder).Contains(name)) return true;
        return false;
    }

    private static IEnumerable<string> Declared(ActivityInstance holder)
    {
        IEnumerable<string> names = holder.Node.ScopeVariables.Select(v => v.Name);
        if ((holder.Node.Composite is not null || holder.Tag == Compensation.Key) && holder.Variables is not null) names = holder.Variables.Keys;
        return holder.Turn is null ? names : holder.Turn.Keys.Concat(names);
    }

    private ActivityInstance? Find(string name)
    {
        for (var holder = _instance; holder is not null; holder = holder.Parent)
            if (holder.Variables?.ContainsKey(name) == true) return holder;
        return null;
    }

    private static string? NameOf(ActivityInstance holder, string id)
    {
        foreach (var variable in holder.Node.ScopeVariables)
            if (variable.Id == id) return variable.Name;
        return null;
    }

    private void Write(ActivityInstance holder, string name, JsonNode? value)
    {
        var declared = holder.Node.ScopeVariables.FirstOrDefault(v => v.Name == name);
        var fit = Fit.Fits;
        if (declared is not null) fit = Fitting.Make(value, declared.Type, out value);
        if (fit == Fit.Refused) throw new ActivityFaultException($"The value for variable '{name}' is not of type {declared!.Type.Alias}");
        holder.Variables ??= [];
        holder.Variables[name] = value;
        var fact = new JsonObject { ["name"] = name };
        if (fit == Fit.Replaced) fact["notOfType"] = declared!.Type.Alias;
        _burst.Fact(FactKinds.VariableSet, holder, fact);
    }
}
