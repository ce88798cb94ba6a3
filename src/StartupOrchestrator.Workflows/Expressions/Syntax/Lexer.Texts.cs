using System.Globalization;
using System.Text;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Lexer
{
    /// <summary>Reads a template from behind its backtick or closing brace up to the next backtick or <c>${</c>.</summary>
    /// <returns>The text, and whether an expression follows.</returns>
    public (string Text, bool ExpressionFollows) ReadTemplatePart(int from)
    {
        _at = from;
        var text = new StringBuilder();
        while (_at < _source.Length)
        {
            var c = _source[_at];
            if (c == '`')
            {
                _at++;
                return (text.ToString(), false);
            }

            if (c == '$' && Peek(1) == '{')
            {
                _at += 2;
                return (text.ToString(), true);
            }

            if (c == '\\')
            {
                ReadEscape(text);
            }
            else if (IsLineEnd(c))
            {
                text.Append(c == '\r' ? '\n' : c);
                EndLine();
            }
            else
            {
                text.Append(c);
                _at++;
            }
        }

        throw Fail(ScriptErrorKind.Syntax, "This template is never closed.", from - 1);
    }

    private Token ReadText(char quote)
    {
        // A string may run over several lines (escaped ends of line), but its token stands where it began.
        var (start, line, lineStart) = (_at, _line, _lineStart);
        var text = new StringBuilder();
        _at++;
        while (Peek(0) != quote || _at >= _source.Length)
        {
            if (_at >= _source.Length || _source[_at] is '\n' or '\r')
            {
                throw Fail(ScriptErrorKind.Syntax, "This string is never closed.", start);
            }

            if (_source[_at] == '\\')
            {
                ReadEscape(text);
            }
            else
            {
                text.Append(_source[_at++]);
            }
        }

        _at++;
        return new(TokenKind.Text, text.ToString(), 0, start, _at, line, start - lineStart + 1, _newline);
    }

    private void ReadEscape(StringBuilder text)
    {
        var start = _at;
        _at++;
        if (_at >= _source.Length)
        {
            throw Fail(ScriptErrorKind.Syntax, "This string is never closed.", start);
        }

        var c = _source[_at];
        if (IsLineEnd(c))
        {
            EndLine();
            return;
        }

        if (c is >= '1' and <= '9' || (c == '0' && char.IsAsciiDigit(Peek(1))))
        {
            throw Fail(ScriptErrorKind.Unsupported, "Octal escapes are not available; write \\x or \\u.", start);
        }

        _at++;
        switch (c)
        {
            case 'x':
                text.Append((char)ReadHex(2, start));
                break;
            case 'u':
                ReadUnicode(text, start);
                break;
            default:
                text.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 'v' => '\v', '0' => '\0', _ => c });
                break;
        }
    }

    private void ReadUnicode(StringBuilder text, int start)
    {
        if (Peek(0) != '{')
        {
            text.Append((char)ReadHex(4, start));
            return;
        }

        var end = _source.IndexOf('}', _at);
        var digits = end < 0 ? "" : _source[(_at + 1)..end];
        var isNumber = digits.Length > 0 && digits.All(char.IsAsciiHexDigit);
        var trimmed = digits.TrimStart('0');
        if (!isNumber || trimmed.Length > 6 || (trimmed.Length > 0 && Convert.ToInt32(trimmed, 16) > 0x10FFFF))
        {
            throw Fail(ScriptErrorKind.Syntax, "This escape is not \\u{...} with a number up to 10FFFF.", start);
        }

        _at = end + 1;
        var code = trimmed.Length == 0 ? 0 : Convert.ToInt32(trimmed, 16);
        text.Append(code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
    }

    private int ReadHex(int digits, int start)
    {
        if (_at + digits > _source.Length || !_source.AsSpan(_at, digits).ToString().All(char.IsAsciiHexDigit))
        {
            throw Fail(ScriptErrorKind.Syntax, $"This escape needs {digits} hexadecimal digits.", start);
        }

        _at += digits;
        return int.Parse(_source.AsSpan(_at - digits, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
