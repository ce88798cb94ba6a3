using System.Globalization;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

/// <summary>Cuts a script into tokens, one at a time, because only the parser knows whether a slash divides or opens a regular expression.</summary>
internal sealed partial class Lexer(string source)
{
    private static readonly string[] Punctuators =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.",
        "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**", "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", "+",
        "-", "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=", ".",
    ];

    private readonly string _source = source;
    private int _at;
    private int _line = 1;
    private int _lineStart;
    private bool _newline;

    /// <summary>The next token.</summary>
    public Token Next()
    {
        SkipBlanks();
        var start = _at;
        if (_at >= _source.Length)
        {
            return Make(TokenKind.End, "", start);
        }

        var c = _source[_at];
        if (IsNameStart(_at, out _))
        {
            return ReadName();
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            return ReadNumber();
        }

        return c switch
        {
            '"' or '\'' => ReadText(c),
            '`' => MakeAndMove(TokenKind.Template, "`"),
            '#' => throw Fail(ScriptErrorKind.Unsupported, "Private names are not available.", start),
            '@' => throw Fail(ScriptErrorKind.Unsupported, "Decorators are not available.", start),
            _ => ReadPunctuator(),
        };
    }

    /// <summary>Continues reading at this offset, which must lie on the current line.</summary>
    public void Rewind(int offset) => _at = offset;

    public ScriptException Fail(ScriptErrorKind kind, string message, int at)
    {
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < at && i < _source.Length; i++)
        {
            if (IsLineEnd(_source[i]) && !(_source[i] == '\r' && i + 1 < _source.Length && _source[i + 1] == '\n'))
            {
                (line, lineStart) = (line + 1, i + 1);
            }
        }

        return new(kind, message, line, at - lineStart + 1, kind == ScriptErrorKind.Syntax ? "SyntaxError" : "Error");
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private char Peek(int offset) => _at + offset < _source.Length ? _source[_at + offset] : '\0';

    private Token Make(TokenKind kind, string text, int start, double number = 0) =>
        new(kind, text, number, start, _at, _line, start - _lineStart + 1, _newline);

    private Token MakeAndMove(TokenKind kind, string text)
    {
        var start = _at;
        _at += text.Length;
        return Make(kind, text, start);
    }

    private Token ReadPunctuator()
    {
        var rest = _source.AsSpan(_at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal) || (_newline && rest.StartsWith("-->", StringComparison.Ordinal)))
        {
            throw Fail(ScriptErrorKind.Unsupported, "HTML comments are not available; put spaces between the operators.", _at);
        }

        foreach (var punctuator in Punctuators)
        {
            if (rest.StartsWith(punctuator, StringComparison.Ordinal) && !(punctuator == "?." && char.IsAsciiDigit(Peek(2))))
            {
                return MakeAndMove(TokenKind.Punctuator, punctuator);
            }
        }

        throw Fail(ScriptErrorKind.Syntax, $"The character '{rest[0]}' (U+{(int)rest[0]:X4}) has no meaning here.", _at);
    }

    private Token ReadName()
    {
        var start = _at;
        while (IsNamePart(_at, out var width))
        {
            _at += width;
        }

        if (Peek(0) == '\\')
        {
            throw Fail(ScriptErrorKind.Unsupported, "Escapes in names are not available; write the letter itself.", _at);
        }

        return Make(TokenKind.Name, _source[start.._at], start);
    }

    private bool IsNameStart(int at, out int width)
    {
        width = 1;
        var c = at < _source.Length ? _source[at] : '\0';
        if (c < 128)
        {
            return char.IsAsciiLetter(c) || c is '_' or '$';
        }

        width = char.IsHighSurrogate(c) ? 2 : 1;
        return CharUnicodeInfo.GetUnicodeCategory(_source, at) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
    }

    private bool IsNamePart(int at, out int width)
    {
        if (IsNameStart(at, out width))
        {
            return true;
        }

        var c = at < _source.Length ? _source[at] : '\0';
        return c < 128
            ? char.IsAsciiDigit(c)
            : c is '\u200c' or '\u200d' || CharUnicodeInfo.GetUnicodeCategory(_source, at) is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
    }
}
