namespace StartupOrchestrator.Workflows.Expressions.RegularExpressions;

internal sealed partial class PatternParser
{
    private (PatternNode Node, bool CanRepeat) ParsePart()
    {
        var c = source[_at];
        switch (c)
        {
            case '^':
                _at++;
                return (new PlaceNode(flags.IsMultiline ? Op.LineStart : Op.TextStart), false);
            case '$':
                _at++;
                return (new PlaceNode(flags.IsMultiline ? Op.LineEnd : Op.TextEnd), false);
            case '(':
                return ParseGroup();
            case '[':
                return (new SetNode(ParseClass()), true);
            case '\\':
                return ParseEscape();
            case '.':
                _at++;
                return (new SetNode(CharacterSet.Of(flags.DotTakesAll ? [] : CharacterSet.LineEnds, isNegated: true, ignoresCase: false)), true);
            case '*' or '+' or '?':
                throw Invalid("Nothing to repeat");
            case '{' when TryReadBraces(out _, out _):
                throw Invalid("Nothing to repeat");
            default:
                _at++;
                return (Single(c), true);
        }
    }

    private SetNode Single(char c) => new(CharacterSet.Of([(c, c)], isNegated: false, flags.IgnoresCase));

    private SetNode Range(IEnumerable<(char From, char To)> ranges, bool isNegated) => new(CharacterSet.Of(Paid(ranges), isNegated, flags.IgnoresCase));

    private List<(char From, char To)> Paid(IEnumerable<(char From, char To)> ranges)
    {
        var list = ranges.ToList();
        _folded += flags.IgnoresCase ? list.Sum(range => range.To - range.From + 1) : 0;
        return _folded > MostFolded ? throw Unsupported("too many large sets with the flag 'i'") : list;
    }

    private (PatternNode Node, bool CanRepeat) ParseGroup()
    {
        _at++;
        if (TryTake("?="))
        {
            return (new LookNode(ParseInner(), IsBehind: false, IsNegative: false), false);
        }

        if (TryTake("?!"))
        {
            return (new LookNode(ParseInner(), IsBehind: false, IsNegative: true), false);
        }

        if (TryTake("?<="))
        {
            return (new LookNode(ParseInner(), IsBehind: true, IsNegative: false), false);
        }

        if (TryTake("?<!"))
        {
            return (new LookNode(ParseInner(), IsBehind: true, IsNegative: true), false);
        }

        if (TryTake("?:"))
        {
            return (ParseInner(), true);
        }

        var name = TryTake("?<") ? ReadName() : Peek() == '?' ? throw Invalid("Invalid group") : null;
        if (name is not null && _groupNames.Contains(name))
        {
            throw Invalid("Duplicate capture group name");
        }

        _groupNames.Add(name);
        var number = _groupNames.Count;
        return (new GroupNode(number, ParseInner()), true);
    }

    private PatternNode ParseInner()
    {
        var inner = ParseChoice();
        return TryTake(")") ? inner : throw Invalid("Unterminated group");
    }

    private string ReadName()
    {
        var end = source.IndexOf('>', _at);
        var name = end < 0 ? "" : source[_at..end];
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$'))
        {
            throw end > _at && name.Any(c => c > 127) ? Unsupported("names of groups are plain letters") : Invalid("Invalid capture group name");
        }

        _at = end + 1;
        return name;
    }

    private (PatternNode Node, bool CanRepeat) ParseEscape()
    {
        _at++;
        if (AtEnd)
        {
            throw Invalid("\\ at end of pattern");
        }

        switch (Peek())
        {
            case 'b':
                _at++;
                return (new PlaceNode(Op.WordEdge), false);
            case 'B':
                _at++;
                return (new PlaceNode(Op.NoWordEdge), false);
            case 'k':
                _at++;
                return TryTake("<") ? (new BackNode(0, ReadName()), true) : throw Unsupported("'\\k' needs the name of a group");
            case >= '1' and <= '9':
                TryReadNumber(out var number);
                return (new BackNode(number, null), true);
        }

        var set = ReadSetEscape();
        return set is null ? (Single(ReadCharacterEscape()), true) : (Range(set, isNegated: false), true);
    }

    // \d and its like, or nothing.
    private List<(char From, char To)>? ReadSetEscape()
    {
        IEnumerable<(char From, char To)>? set = Peek() switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Invert(CharacterSet.Digits),
            'w' => CharacterSet.WordCharacters,
            'W' => CharacterSet.Invert(CharacterSet.WordCharacters),
            's' => CharacterSet.Blanks,
            'S' => CharacterSet.Invert(CharacterSet.Blanks),
            _ => null,
        };
        _at += set is null ? 0 : 1;
        return set?.ToList();
    }

    private char ReadCharacterEscape()
    {
        var c = source[_at++];
        switch (c)
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            case 'f':
                return '\f';
            case '0' when !char.IsAsciiDigit(Peek()):
                return '\0';
            case 'x':
                return ReadHex(2);
            case 'u':
                return ReadHex(4);
            case 'c' when char.IsAsciiLetter(Peek()):
                return (char)(source[_at++] % 32);
            default:
                return char.IsLetterOrDigit(c) || c == '_' ? throw Unsupported($"'\\{c}' has no meaning") : c;
        }
    }

    private char ReadHex(int digits)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            var digit = Runtime.NumberParser.Digit(Peek());
            value = digit < 16 ? (value * 16) + digit : throw Unsupported($"an escape needs {digits} hexadecimal digits");
            _at++;
        }

        return (char)value;
    }

    private CharacterSet ParseClass()
    {
        _at++;
        var isNegated = TryTake("^");
        var ranges = new List<(char From, char To)>();
        while (Peek() != ']' || AtEnd)
        {
            if (AtEnd)
            {
                throw Invalid("Unterminated character class");
            }

            ReadClassPart(ranges);
        }

        _at++;
        return CharacterSet.Of(Paid(ranges), isNegated, flags.IgnoresCase);
    }

    private void ReadClassPart(List<(char From, char To)> ranges)
    {
        var from = ReadClassUnit(ranges);
        if (Peek() != '-' || Peek(1) == ']' || _at + 1 >= source.Length)
        {
            ranges.AddRange(from is { } single ? [(single, single)] : []);
            return;
        }

        _at++;
        var inner = new List<(char From, char To)>();
        var to = ReadClassUnit(inner);
        if (from is null || to is null)
        {
            throw Unsupported("a range in brackets needs characters at both ends");
        }

        ranges.Add(from <= to ? (from.Value, to.Value) : throw Invalid("Range out of order in character class"));
    }

    // One character, or nothing when a whole set was added instead.
    private char? ReadClassUnit(List<(char From, char To)> ranges)
    {
        if (Peek() != '\\')
        {
            return source[_at++];
        }

        _at++;
        if (AtEnd)
        {
            throw Invalid("\\ at end of pattern");
        }

        if (ReadSetEscape() is { } set)
        {
            ranges.AddRange(set);
            return null;
        }

        if (TryTake("b"))
        {
            return '\b';
        }

        return ReadCharacterEscape();
    }
}
