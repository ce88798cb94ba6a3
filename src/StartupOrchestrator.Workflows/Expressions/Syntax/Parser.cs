using System.Runtime.CompilerServices;
using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

/// <summary>Reads a script. What is JavaScript but outside the language is refused here, with its place, wherever the text alone shows it.</summary>
internal sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly List<StaticScope> _scopes = [];
    private readonly List<FunctionContext> _functions = [];
    private Token _token;
    private int _lastEnd;
    private int _depth;
    private bool _allowsIn = true;

    private Parser(string source)
    {
        _lexer = new(source);
        _token = _lexer.Next();
    }

    private bool InFunction => _functions.Count > 1;

    /// <summary>The script as a function without parameters.</summary>
    public static Function ParseScript(string source)
    {
        if (source.Length > Limits.SourceLength)
        {
            throw new ScriptException(ScriptErrorKind.Unsupported, $"The script is longer than {Limits.SourceLength} characters.", 1, 1);
        }

        return new Parser(source).ParseWhole();
    }

    private Function ParseWhole()
    {
        var place = Here();
        var context = new FunctionContext(HasSimpleParameters: true);
        var function = FinishFunction(place, null, [], null, context, isArrow: false, () =>
        {
            var statements = new List<Statement>();
            while (_token.Kind != TokenKind.End)
            {
                statements.Add(ParseStatement(isBody: true));
            }

            return [.. statements];
        });
        return function;
    }

    private Place Here() => new(_token.Line, _token.Column, _token.Start);

    private Token Take()
    {
        var token = _token;
        _lastEnd = token.End;
        _token = _lexer.Next();
        return token;
    }

    private bool TryTake(string punctuator)
    {
        if (!_token.Is(punctuator))
        {
            return false;
        }

        Take();
        return true;
    }

    private bool TryTakeWord(string word)
    {
        if (!_token.IsWord(word))
        {
            return false;
        }

        Take();
        return true;
    }

    private void Expect(string punctuator)
    {
        if (!TryTake(punctuator))
        {
            throw Unexpected($"'{punctuator}' is missing here");
        }
    }

    private void EndStatement()
    {
        if (TryTake(";") || _token.Is("}") || _token.Kind == TokenKind.End || _token.AfterNewline)
        {
            return;
        }

        throw Unexpected("A new statement begins on the same line without ';'");
    }

    private T Nested<T>(Func<T> parse)
    {
        if (++_depth > Limits.SyntaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptException(
                ScriptErrorKind.DepthBudget, $"The script nests more than {Limits.SyntaxDepth} levels deep here.", _token.Line, _token.Column);
        }

        var result = parse();
        _depth--;
        return result;
    }

    private ScriptException Unexpected(string what)
    {
        if (_token.Kind == TokenKind.Name && Words.LeftOut.TryGetValue(_token.Text, out var reason))
        {
            return Unsupported(Here(), reason);
        }

        var found = _token.Kind switch
        {
            TokenKind.End => "the script ends",
            TokenKind.Number => "a number follows",
            TokenKind.Text => "a string follows",
            TokenKind.Name or TokenKind.Punctuator or TokenKind.Template => $"'{_token.Text}' follows",
        };
        return Syntax(Here(), $"{what}; {found}.");
    }

    private static ScriptException Syntax(Place place, string message) =>
        new(ScriptErrorKind.Syntax, message, place.Line, place.Column, "SyntaxError");

    private static ScriptException Unsupported(Place place, string message) =>
        new(ScriptErrorKind.Unsupported, message, place.Line, place.Column);

    /// <summary>What is around a statement: how often a loop, and whether a switch, so that jumps can be checked.</summary>
    private sealed record FunctionContext(bool HasSimpleParameters)
    {
        public int Loops { get; set; }

        public int Switches { get; set; }
    }
}
