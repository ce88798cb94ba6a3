using System.Globalization;
using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary><c>JSON.parse</c></summary>
internal sealed class JsonReader(Machine m, string text)
{
    private int _at;

    public ScriptValue Read()
    {
        m.Steps(text.Length >> 3);
        var value = ReadValue(0);
        SkipBlanks();
        return _at == text.Length ? value : throw Fail();
    }

    private ScriptException Fail() => _at >= text.Length
        ? Errors.Syntax("Unexpected end of JSON input")
        : Errors.Syntax($"Unexpected token '{text[_at]}' at position {_at} of the JSON text");

    private void SkipBlanks()
    {
        while (_at < text.Length && (text[_at] is ' ' or '\t' or '\n' or '\r'))
        {
            _at++;
        }
    }

    private bool TryTake(char c)
    {
        SkipBlanks();
        if (_at >= text.Length || text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private ScriptValue ReadValue(int depth)
    {
        m.CheckValueDepth(depth);
        SkipBlanks();
        if (_at >= text.Length)
        {
            throw Fail();
        }

        return text[_at] switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' => ReadText(),
            't' => ReadWord("true", true),
            'f' => ReadWord("false", false),
            'n' => ReadWord("null", ScriptValue.Null),
            _ => ReadNumber(),
        };
    }

    private ScriptValue ReadWord(string word, ScriptValue value)
    {
        foreach (var c in word)
        {
            if (_at >= text.Length || text[_at] != c)
            {
                throw Fail();
            }

            _at++;
        }

        return value;
    }

    private ScriptValue ReadArray(int depth)
    {
        _at++;
        var result = new ArrayObject([]);
        m.ChargeArray(0);
        if (TryTake(']'))
        {
            return new(result);
        }

        do
        {
            result.Add(m, ReadValue(depth + 1));
        }
        while (TryTake(','));
        return TryTake(']') ? new(result) : throw Fail();
    }

    private ScriptValue ReadObject(int depth)
    {
        _at++;
        m.Charge(PlainObject.EmptyCost);
        var result = new PlainObject();
        if (TryTake('}'))
        {
            return new(result);
        }

        do
        {
            SkipBlanks();
            var key = _at < text.Length && text[_at] == '"' ? ReadText() : throw Fail();
            if (!TryTake(':'))
            {
                throw Fail();
            }

            m.Charge(PlainObject.MemberCost);
            result.Set(key, ReadValue(depth + 1));
        }
        while (TryTake(','));
        return TryTake('}') ? new(result) : throw Fail();
    }

    private string ReadText()
    {
        _at++;
        var start = _at;
        StringBuilder? built = null;
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] < ' ')
            {
                throw Fail();
            }

            if (text[_at] != '\\')
            {
                built?.Append(text[_at]);
                _at++;
                continue;
            }

            built ??= new StringBuilder(text, start, _at - start, Math.Max(16, _at - start));
            m.Charge(4);
            ReadEscape(built);
        }

        if (_at >= text.Length)
        {
            throw Fail();
        }

        m.ChargeText((_at - start) * (built is null ? 1L : 3L));
        var result = built?.ToString() ?? text[start.._at];
        _at++;
        return result;
    }

    private void ReadEscape(StringBuilder built)
    {
        _at++;
        var c = _at < text.Length ? text[_at] : throw Fail();
        switch (c)
        {
            case '"' or '\\' or '/':
                built.Append(c);
                break;
            case 'n':
                built.Append('\n');
                break;
            case 't':
                built.Append('\t');
                break;
            case 'r':
                built.Append('\r');
                break;
            case 'b':
                built.Append('\b');
                break;
            case 'f':
                built.Append('\f');
                break;
            case 'u':
                built.Append(ReadHex());
                break;
            default:
                throw Fail();
        }

        _at++;
    }

    private char ReadHex()
    {
        var value = 0;
        for (var i = 0; i < 4; i++)
        {
            _at++;
            var digit = _at < text.Length && char.IsAsciiHexDigit(text[_at]) ? NumberParser.Digit(text[_at]) : throw Fail();
            value = (value * 16) + digit;
        }

        return (char)value;
    }

    private ScriptValue ReadNumber()
    {
        var start = _at;
        _at += text[_at] == '-' ? 1 : 0;
        var isZero = _at < text.Length && text[_at] == '0';
        Digits();
        if (isZero && _at - start > (text[start] == '-' ? 2 : 1))
        {
            _at = start + (text[start] == '-' ? 2 : 1);
            throw Fail();
        }

        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            Digits();
        }

        if (_at < text.Length && (text[_at] is 'e' or 'E'))
        {
            _at++;
            _at += _at < text.Length && (text[_at] is '+' or '-') ? 1 : 0;
            Digits();
        }

        return double.Parse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private void Digits()
    {
        if (_at >= text.Length || !char.IsAsciiDigit(text[_at]))
        {
            throw Fail();
        }

        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }
    }
}
