namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Lexer
{
    /// <summary>Reads a regular expression whose opening slash stands at this offset.</summary>
    public (string Pattern, string Flags) ReadRegularExpression(int start)
    {
        _at = start + 1;
        var inClass = false;
        while (_at < _source.Length && !IsLineEnd(_source[_at]) && (inClass || _source[_at] != '/'))
        {
            inClass = _source[_at] == '[' || (inClass && _source[_at] != ']');
            if (_source[_at] == '\\')
            {
                _at++;
            }

            _at++;
        }

        if (_at >= _source.Length || _source[_at] != '/')
        {
            throw Fail(ScriptErrorKind.Syntax, "This regular expression is never closed.", start);
        }

        var pattern = _source[(start + 1).._at];
        var flagsFrom = ++_at;
        while (IsNamePart(_at, out var width))
        {
            _at += width;
        }

        return (pattern, _source[flagsFrom.._at]);
    }
}
