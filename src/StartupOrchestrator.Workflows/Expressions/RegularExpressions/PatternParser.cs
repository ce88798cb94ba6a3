using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.RegularExpressions;

/// <summary>Reads a regular expression. What browsers forgive for old pages' sake is mostly refused here.</summary>
internal sealed partial class PatternParser(string source, PatternFlags flags)
{
    private const int DeepestGroup = 50;

    // Sets that ignore case are written out unit by unit; this bounds the work for all of them together.
    private const int MostFolded = 400_000;

    private readonly List<string?> _groupNames = [];
    private int _at;
    private int _depth;
    private int _folded;

    public IReadOnlyList<string?> GroupNames => _groupNames;

    public PatternNode Parse()
    {
        if (source.Length > 2_000)
        {
            throw Unsupported("the pattern is longer than 2000 characters");
        }

        var root = ParseChoice();
        return _at < source.Length ? throw Invalid("Unmatched ')'") : ResolveNames(root);
    }

    private char Peek(int offset = 0) => _at + offset < source.Length ? source[_at + offset] : '\0';

    private bool AtEnd => _at >= source.Length;

    private bool TryTake(string expected)
    {
        if (!source.AsSpan(_at).StartsWith(expected, StringComparison.Ordinal))
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }

    private ScriptException Invalid(string reason) =>
        Errors.Syntax($"Invalid regular expression: /{source}/{flags.Text}: {reason}");

    private ScriptException Unsupported(string reason) =>
        Errors.Unsupported($"The regular expression /{source[..Math.Min(source.Length, 100)]}/ is not available: {reason}.");

    private PatternNode ParseChoice()
    {
        if (++_depth > DeepestGroup)
        {
            throw Unsupported($"groups nest more than {DeepestGroup} levels deep");
        }

        var parts = new List<PatternNode> { ParseSequence() };
        while (TryTake("|"))
        {
            parts.Add(ParseSequence());
        }

        _depth--;
        return parts.Count == 1 ? parts[0] : new ChoiceNode(parts);
    }

    private SequenceNode ParseSequence()
    {
        var parts = new List<PatternNode>();
        while (!AtEnd && Peek() != '|' && Peek() != ')')
        {
            var firstGroup = _groupNames.Count;
            var (part, canRepeat) = ParsePart();
            parts.Add(ParseRepeat(part, canRepeat, firstGroup));
        }

        return new(parts);
    }

    private PatternNode ParseRepeat(PatternNode part, bool canRepeat, int firstGroup)
    {
        var start = _at;
        if (!TryReadCount(out var least, out var most))
        {
            return part;
        }

        if (!canRepeat)
        {
            _at = start;
            throw Invalid("Nothing to repeat");
        }

        if (most < least)
        {
            throw Invalid("numbers out of order in {} quantifier");
        }

        var isLazy = TryTake("?");
        return new RepeatNode(part, least, most, isLazy, firstGroup, _groupNames.Count);
    }

    private bool TryReadCount(out int least, out int? most)
    {
        (least, most) = (0, null);
        switch (Peek())
        {
            case '*' when !AtEnd:
                _at++;
                return true;
            case '+':
                _at++;
                least = 1;
                return true;
            case '?':
                _at++;
                most = 1;
                return true;
            case '{':
                return TryReadBraces(out least, out most);
            default:
                return false;
        }
    }

    // Braces that are no count are ordinary characters, as in /{{name}}/.
    private bool TryReadBraces(out int least, out int? most)
    {
        var start = _at++;
        var hasLeast = TryReadNumber(out least);
        most = least;
        if (hasLeast && TryTake(","))
        {
            most = TryReadNumber(out var number) ? number : null;
        }

        if (hasLeast && TryTake("}"))
        {
            return true;
        }

        _at = start;
        return false;
    }

    private bool TryReadNumber(out int number)
    {
        var start = _at;
        number = 0;
        while (char.IsAsciiDigit(Peek()))
        {
            number = number > 100_000 ? number : (number * 10) + Peek() - '0';
            _at++;
        }

        return _at > start;
    }

    private PatternNode ResolveNames(PatternNode node) => node switch
    {
        SequenceNode sequence => new SequenceNode([.. sequence.Parts.Select(ResolveNames)]),
        ChoiceNode choice => new ChoiceNode([.. choice.Parts.Select(ResolveNames)]),
        GroupNode group => group with { Inner = ResolveNames(group.Inner) },
        RepeatNode repeat => repeat with { Inner = ResolveNames(repeat.Inner) },
        LookNode look => look with { Inner = ResolveNames(look.Inner) },
        BackNode { Name: { } name } => new BackNode(_groupNames.IndexOf(name) + 1 is var number and > 0 ? number : throw Invalid("Invalid named capture referenced"), null),
        BackNode back => back.Number <= _groupNames.Count ? back : throw Unsupported($"there is no group {back.Number}"),
        _ => node,
    };
}
