namespace StartupOrchestrator.Workflows.Expressions;

/// <summary>Fixed bounds of the language, beside the budget of an evaluation.</summary>
public static class Limits
{
    /// <summary>The longest script, in UTF-16 units.</summary>
    public const int SourceLength = 100_000;

    /// <summary>How deeply the text of a script may nest.</summary>
    public const int SyntaxDepth = 200;

    /// <summary>How deeply expressions may hang below each other, which long chains of operators do too.</summary>
    public const int TreeHeight = 400;

    /// <summary>How deeply arrays and objects may nest where they are read, written or compared as a whole.</summary>
    public const int ValueDepth = 200;

    /// <summary>How deeply a value may nest that leaves a script: it becomes part of states and journal entries, which are JSON of at most 64 levels.</summary>
    public const int KeptDepth = 40;

    /// <summary>The longest string, in UTF-16 units.</summary>
    public const int TextLength = 8_000_000;

    /// <summary>The longest array.</summary>
    public const int ArrayLength = 1_000_000;

    /// <summary>Tree levels of all active calls together; keeps every evaluation within the smallest usual thread stack.</summary>
    internal const int ActiveLevels = 3_000;
}
