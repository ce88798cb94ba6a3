using System.Globalization;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Lexer
{
    private Token ReadNumber()
    {
        var start = _at;
        var radix = Peek(0) != '0' ? 10 : char.ToLowerInvariant(Peek(1)) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        double number;
        if (radix != 10)
        {
            _at += 2;
            number = Runtime.NumberParser.Radix(ReadDigits(radix, start), radix);
        }
        else
        {
            number = ReadDecimal(start);
        }

        if (Peek(0) == 'n')
        {
            throw Fail(ScriptErrorKind.Unsupported, "Big integers are not available; numbers are exact up to 9007199254740991.", start);
        }

        if (IsNameStart(_at, out _) || char.IsAsciiDigit(Peek(0)) || Peek(0) == '\\')
        {
            throw Fail(ScriptErrorKind.Syntax, "A number is followed directly by a letter or digit.", _at);
        }

        return Make(TokenKind.Number, "", start, number);
    }

    private double ReadDecimal(int start)
    {
        if (Peek(0) == '0' && (char.IsAsciiDigit(Peek(1)) || Peek(1) == '_'))
        {
            throw Fail(ScriptErrorKind.Unsupported, "Numbers with leading zeros are not available; octal numbers are written 0o17.", start);
        }

        var text = Peek(0) == '.' ? "0" : ReadDigits(10, start);
        if (Peek(0) == '.')
        {
            _at++;
            text += "." + (char.IsAsciiDigit(Peek(0)) ? ReadDigits(10, start) : "0");
        }

        if (Peek(0) is 'e' or 'E')
        {
            _at++;
            text += "e";
            if (Peek(0) is '+' or '-')
            {
                text += _source[_at++];
            }

            text += ReadDigits(10, start);
        }

        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private string ReadDigits(int radix, int start)
    {
        var from = _at;
        while (IsDigit(Peek(0), radix) || (Peek(0) == '_' && _at > from && IsDigit(Peek(-1), radix) && IsDigit(Peek(1), radix)))
        {
            _at++;
        }

        if (_at == from)
        {
            throw Fail(ScriptErrorKind.Syntax, "Digits are missing in this number.", start);
        }

        if (Peek(0) == '_')
        {
            throw Fail(ScriptErrorKind.Syntax, "A '_' in a number must stand between two digits.", _at);
        }

        return _source[from.._at].Replace("_", "", StringComparison.Ordinal);
    }

    private static bool IsDigit(char c, int radix) => char.IsAsciiHexDigit(c) && Convert.ToInt32(c.ToString(), 16) < radix;
}
