namespace StartupOrchestrator.Workflows.Expressions;

/// <summary>What kind of refusal a <see cref="ScriptException"/> is.</summary>
public enum ScriptErrorKind
{
    /// <summary>The text is not JavaScript.</summary>
    Syntax,

    /// <summary>The text is JavaScript, but outside the language of workflows.</summary>
    Unsupported,

    /// <summary>The script ran into an error such as a name that is not defined, or a host function refused.</summary>
    Runtime,

    /// <summary>The script itself threw a value that nobody caught.</summary>
    Thrown,

    /// <summary>The step budget is used up.</summary>
    StepBudget,

    /// <summary>The allocation budget is used up.</summary>
    AllocationBudget,

    /// <summary>Too many calls within calls, or a value or a text nested too deeply.</summary>
    DepthBudget,
}

/// <summary>A script cannot be read or cannot be finished.</summary>
public sealed class ScriptException : Exception
{
    /// <summary>Refuses without a position, for host functions; the call that led here adds it.</summary>
    public ScriptException(string message)
        : this(ScriptErrorKind.Runtime, message)
    {
    }

    internal ScriptException(ScriptErrorKind kind, string message, int line = 0, int column = 0, string errorName = "Error")
        : base(message)
    {
        (Kind, Line, Column, ErrorName) = (kind, line, column, errorName);
    }

    /// <summary>What kind of refusal this is.</summary>
    public ScriptErrorKind Kind { get; }

    /// <summary>The line in the script, from 1; 0 when the error has no place in the text.</summary>
    public int Line { get; private set; }

    /// <summary>The column in the line, in UTF-16 units from 1; 0 when the error has no place in the text.</summary>
    public int Column { get; private set; }

    /// <summary>JavaScript's name of the error, such as <c>TypeError</c>.</summary>
    public string ErrorName { get; }

    /// <summary>True when one of the three budgets ended the script.</summary>
    public bool IsBudget => Kind is ScriptErrorKind.StepBudget or ScriptErrorKind.AllocationBudget or ScriptErrorKind.DepthBudget;

    /// <summary>What a script's own <c>catch</c> receives; undefined until somebody asks for an error object.</summary>
    internal ScriptValue Value { get; set; }

    /// <summary>Whether a script's own <c>catch</c> may see it: never budgets, nor what the language does not have.</summary>
    internal bool IsCatchable => Kind is ScriptErrorKind.Runtime or ScriptErrorKind.Thrown;

    internal void Locate(int line, int column)
    {
        if (Line == 0)
        {
            (Line, Column) = (line, column);
        }
    }
}
