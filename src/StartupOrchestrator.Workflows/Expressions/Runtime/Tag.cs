namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>Marks the values that are not references; the last three never leave the interpreter.</summary>
internal sealed class Tag(ScriptType type)
{
    public static readonly Tag Null = new(ScriptType.Null);
    public static readonly Tag True = new(ScriptType.Boolean);
    public static readonly Tag False = new(ScriptType.Boolean);
    public static readonly Tag Number = new(ScriptType.Number);

    /// <summary>A variable before its declaration has run.</summary>
    public static readonly Tag Uninitialized = new(ScriptType.Undefined);

    /// <summary>An index of an array that was never set.</summary>
    public static readonly Tag Hole = new(ScriptType.Undefined);

    /// <summary>The result of an optional chain that stopped early.</summary>
    public static readonly Tag Cut = new(ScriptType.Undefined);

    public ScriptType Type { get; } = type;
}
