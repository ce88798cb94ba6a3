namespace StartupOrchestrator.Workflows.Expressions.Binding;

/// <summary>A function, or a block in one, as a place of declarations.</summary>
/// <remarks>A block has slots of its own at run time only if a function captures one of its variables; else they lie in the scope around.</remarks>
internal sealed class StaticScope(bool isFunction, bool runsOnce = false)
{
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);

    public bool IsFunction { get; } = isFunction;

    /// <summary>A block that runs once in each call, so that its variables can always lie in the function's scope.</summary>
    public bool RunsOnce { get; } = runsOnce;

    public StaticScope? Parent { get; set; }

    public IReadOnlyCollection<Variable> Variables => _variables.Values;

    /// <summary>How many slots a scope at run time has; 0 if there is none.</summary>
    public int SlotCount { get; private set; }

    /// <summary>The scope that holds this one's slots.</summary>
    public StaticScope Home { get; private set; } = null!;

    public bool IsMaterial => SlotCount > 0;

    /// <summary>Slots that must be marked as not initialized when the scope is entered.</summary>
    public int[] CheckedSlots { get; private set; } = [];

    public Variable? Find(string name) => _variables.GetValueOrDefault(name);

    public Variable Declare(string name, VariableKind kind)
    {
        var variable = new Variable(name, kind, this);
        _variables.Add(name, variable);
        return variable;
    }

    /// <summary>Decides where the variables lie; parents must have been laid out before.</summary>
    public void LayOut()
    {
        var isOwnHome = IsFunction || (!RunsOnce && _variables.Values.Any(variable => variable.IsCaptured));
        Home = isOwnHome ? this : Parent!.Home;
        foreach (var variable in _variables.Values)
        {
            variable.Slot = Home.SlotCount++;
        }

        CheckedSlots = [.. _variables.Values.Where(variable => variable.IsLexical && variable.NeedsCheck).Select(variable => variable.Slot)];
    }
}
