using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Lexer
{
    private void SkipBlanks()
    {
        _newline = _at == 0;
        while (_at < _source.Length)
        {
            var c = _source[_at];
            if (IsLineEnd(c))
            {
                EndLine();
            }
            else if (NumberParser.IsBlank(c))
            {
                _at++;
            }
            else if (c == '/' && Peek(1) == '/')
            {
                SkipLineComment();
            }
            else if (c == '/' && Peek(1) == '*')
            {
                SkipBlockComment();
            }
            else
            {
                return;
            }
        }
    }

    private void EndLine()
    {
        _at += _source[_at] == '\r' && Peek(1) == '\n' ? 2 : 1;
        _line++;
        _lineStart = _at;
        _newline = true;
    }

    private void SkipLineComment()
    {
        while (_at < _source.Length && !IsLineEnd(_source[_at]))
        {
            _at++;
        }
    }

    private void SkipBlockComment()
    {
        var start = _at;
        _at += 2;
        while (_at < _source.Length)
        {
            if (_source[_at] == '*' && Peek(1) == '/')
            {
                _at += 2;
                return;
            }

            if (IsLineEnd(_source[_at]))
            {
                EndLine();
            }
            else
            {
                _at++;
            }
        }

        throw Fail(ScriptErrorKind.Syntax, "This comment is never closed.", start);
    }
}
