using StartupOrchestrator.Workflows.Expressions.Builtins;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.RegularExpressions;

/// <summary>A set of UTF-16 units.</summary>
internal sealed class CharacterSet
{
    private readonly (char From, char To)[] _ranges;
    private readonly bool _isNegated;
    private readonly bool _ignoresCase;

    private CharacterSet(IEnumerable<(char From, char To)> ranges, bool isNegated, bool ignoresCase)
    {
        _ranges = Merge(ignoresCase ? ranges.SelectMany(FoldRange) : ranges);
        (_isNegated, _ignoresCase) = (isNegated, ignoresCase);
    }

    public static readonly (char From, char To)[] Digits = [('0', '9')];

    public static readonly (char From, char To)[] WordCharacters = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];

    public static readonly (char From, char To)[] LineEnds = [('\n', '\n'), ('\r', '\r'), ('\u2028', '\u2029')];

    public static readonly (char From, char To)[] Blanks =
        [.. Enumerable.Range(0, 0x10000).Where(i => NumberParser.IsBlank((char)i)).Select(i => ((char)i, (char)i))];

    public static CharacterSet Of(IEnumerable<(char From, char To)> ranges, bool isNegated, bool ignoresCase) => new(ranges, isNegated, ignoresCase);

    /// <summary>Everything that is not in these ranges.</summary>
    public static IEnumerable<(char From, char To)> Invert(IEnumerable<(char From, char To)> ranges)
    {
        var next = 0;
        foreach (var (from, to) in Merge(ranges))
        {
            if (from > next)
            {
                yield return ((char)next, (char)(from - 1));
            }

            next = to + 1;
        }

        if (next <= char.MaxValue)
        {
            yield return ((char)next, char.MaxValue);
        }
    }

    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>What a unit becomes where case is ignored: its upper case, unless that is several units or only then plain ASCII.</summary>
    public static char Fold(char c)
    {
        if (c < 128)
        {
            return char.ToUpperInvariant(c);
        }

        var upper = CaseMapping.IsSpecial(c) ? c : char.ToUpperInvariant(c);
        return upper < 128 ? c : upper;
    }

    public bool Has(char c)
    {
        var wanted = _ignoresCase ? Fold(c) : c;
        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (wanted < _ranges[middle].From)
            {
                high = middle - 1;
            }
            else if (wanted > _ranges[middle].To)
            {
                low = middle + 1;
            }
            else
            {
                return !_isNegated;
            }
        }

        return _isNegated;
    }

    private static IEnumerable<(char From, char To)> FoldRange((char From, char To) range)
    {
        for (int c = range.From; c <= range.To; c++)
        {
            var folded = Fold((char)c);
            yield return (folded, folded);
        }
    }

    private static (char From, char To)[] Merge(IEnumerable<(char From, char To)> ranges)
    {
        var result = new List<(char From, char To)>();
        foreach (var range in ranges.Order())
        {
            if (result.Count > 0 && range.From <= result[^1].To + 1)
            {
                result[^1] = (result[^1].From, (char)Math.Max(range.To, result[^1].To));
            }
            else
            {
                result.Add(range);
            }
        }

        return [.. result];
    }
}
