namespace StartupOrchestrator.Workflows.Expressions.RegularExpressions;

/// <summary>What one instruction does.</summary>
internal enum Op
{
    /// <summary>Takes one unit out of a set.</summary>
    Take,

    /// <summary>Goes on at A; if that fails, at B.</summary>
    Split,

    /// <summary>Goes on at A.</summary>
    Jump,

    /// <summary>Remembers the place in slot A.</summary>
    Save,

    /// <summary>Forgets the groups whose slots are A up to B.</summary>
    Forget,

    /// <summary>Fails if the place is still the one in slot A.</summary>
    MustMove,

    /// <summary>Takes what group A found.</summary>
    Back,

    /// <summary>Looks from here with the instructions behind, up to Done; goes on at A.</summary>
    Look,

    /// <summary>As Look, but what is there must not fit.</summary>
    LookNot,

    /// <summary>The whole, or the inside of a look, fits.</summary>
    Done,

    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordEdge,
    NoWordEdge,
}

/// <summary>One step of the program that a regular expression becomes.</summary>
internal readonly record struct Instruction(Op Op, int A = 0, int B = 0, CharacterSet? Set = null, bool IsBackwards = false);
