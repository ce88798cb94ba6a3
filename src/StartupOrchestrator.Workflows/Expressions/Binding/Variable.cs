namespace StartupOrchestrator.Workflows.Expressions.Binding;

/// <summary>How a variable was declared.</summary>
internal enum VariableKind
{
    Let,
    Const,
    Var,
    Parameter,
    Function,

    /// <summary>The name of a function expression inside itself.</summary>
    OwnName,
}

/// <summary>One declared name and where its value will lie.</summary>
internal sealed class Variable(string name, VariableKind kind, StaticScope owner)
{
    public string Name { get; } = name;

    public VariableKind Kind { get; } = kind;

    public StaticScope Owner { get; } = owner;

    /// <summary>Whether a function inside uses it, so that each round of a loop needs its own.</summary>
    public bool IsCaptured { get; set; }

    /// <summary>Whether some use might come before the declaration has run.</summary>
    public bool NeedsCheck { get; set; }

    /// <summary>The offset in the text from which uses in the same function are safe.</summary>
    public int ReadyAt { get; set; } = int.MaxValue;

    public int Slot { get; set; } = -1;

    /// <summary>Whether the variable may not be used before its declaration has run.</summary>
    public bool IsLexical => Kind is VariableKind.Let or VariableKind.Const || IsLateParameter;

    /// <summary>A parameter beside patterns or defaults, which could look at it too early.</summary>
    public bool IsLateParameter { get; set; }
}
