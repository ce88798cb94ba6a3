using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.RegularExpressions;

/// <summary>A regular expression ready to search; without state, so that scripts can share it.</summary>
internal sealed class Pattern
{
    private readonly Instruction[] _program;
    private readonly int _slots;

    private Pattern(string source, PatternFlags flags, Instruction[] program, int slots, IReadOnlyList<string?> groupNames)
    {
        (Source, Flags, GroupNames) = (source, flags, groupNames);
        (_program, _slots) = (program, slots);
    }

    public string Source { get; }

    public PatternFlags Flags { get; }

    /// <summary>The names of the groups from 1 on, nothing for those without.</summary>
    public IReadOnlyList<string?> GroupNames { get; }

    public int GroupCount => GroupNames.Count;

    /// <summary>How large the program is, to pay for it.</summary>
    public int Size => _program.Length;

    /// <summary>Reads a regular expression.</summary>
    /// <exception cref="ScriptException">The text is no regular expression, or one that is not available.</exception>
    public static Pattern Parse(string source, PatternFlags flags)
    {
        var parser = new PatternParser(source, flags);
        var root = parser.Parse();
        var compiler = new PatternCompiler(parser.GroupNames.Count);
        var program = compiler.Compile(root);
        return new(source.Length == 0 ? "(?:)" : source, flags, program, compiler.SlotCount, parser.GroupNames);
    }

    /// <summary>Matches at exactly this place.</summary>
    /// <returns>Start and end of the whole and of each group, -1 for groups that took no part; or nothing.</returns>
    public int[]? MatchAt(Machine m, string text, int at)
    {
        m.Charge(200 + (8L * _slots));
        return new Matcher(m, _program, text, Flags.IgnoresCase, _slots).Run(at) is { } slots ? slots[..(2 + (2 * GroupCount))] : null;
    }

    /// <summary>Searches from this place on.</summary>
    public int[]? Search(Machine m, string text, int from)
    {
        m.Charge(200 + (8L * _slots));
        var matcher = new Matcher(m, _program, text, Flags.IgnoresCase, _slots);
        for (var at = from; at <= text.Length; at++)
        {
            if (matcher.Run(at) is { } slots)
            {
                return slots[..(2 + (2 * GroupCount))];
            }
        }

        return null;
    }
}
