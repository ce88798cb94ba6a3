using StartupOrchestrator.Workflows.Expressions.RegularExpressions;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private Expression ParseChain()
    {
        var start = Here();
        var value = _token.IsWord("new") ? ParseNew() : ParsePrimary();
        var isOptionalChain = false;
        while (!IsOpenArrow(value))
        {
            var place = Here();
            if (TryTake("?."))
            {
                isOptionalChain = true;
                value = ParseOptionalLink(place, value);
            }
            else if (TryTake("."))
            {
                value = new Member(place, value, TakeMemberName(), null, false);
            }
            else if (TryTake("["))
            {
                value = MakeIndex(place, value, false);
            }
            else if (TryTake("("))
            {
                value = ParseCall(place, value);
            }
            else if (_token.Kind == TokenKind.Template)
            {
                throw Unsupported(place, "Templates with a function in front are not available.");
            }
            else
            {
                break;
            }
        }

        return isOptionalChain ? new OptionalChain(start, value) : value;
    }

    private Expression ParseOptionalLink(Place place, Expression value)
    {
        if (TryTake("("))
        {
            return new Call(place, CheckCallee(value), ParseArguments(), true);
        }

        if (TryTake("["))
        {
            return MakeIndex(place, value, true);
        }

        return _token.Kind == TokenKind.Template
            ? throw Unsupported(place, "Templates with a function in front are not available.")
            : new Member(place, value, TakeMemberName(), null, true);
    }

    private static Expression CheckCallee(Expression callee) => callee is OptionalChain
        ? throw Unsupported(callee.Place, "Leave out the parentheses around the '?.' before this call.")
        : callee;

    private string TakeMemberName() => _token.Kind == TokenKind.Name ? Take().Text : throw Unexpected("The name of a member is missing");

    private Member MakeIndex(Place place, Expression value, bool isOptional)
    {
        var key = WithIn(ParseExpression);
        Expect("]");
        return key is Literal { Value.IsText: true } name
            ? new(place, value, name.Value.ToText(), null, isOptional)
            : new(place, value, null, key, isOptional);
    }

    private Expression[] ParseArguments()
    {
        var arguments = new List<Expression>();
        WithIn(() =>
        {
            while (!_token.Is(")"))
            {
                arguments.Add(ParseSpreadOr());
                if (!_token.Is(")"))
                {
                    Expect(",");
                }
            }

            return true;
        });
        Take();
        return [.. arguments];
    }

    private Expression ParseSpreadOr()
    {
        var place = Here();
        return TryTake("...") ? new Spread(place, ParseAssignment()) : ParseAssignment();
    }

    private Construct ParseNew()
    {
        var place = Here();
        Take();
        if (_token.Is("."))
        {
            throw Unsupported(place, "'new.target' is not available.");
        }

        if (_token.Kind != TokenKind.Name || Words.Reserved.Contains(_token.Text))
        {
            throw Unsupported(place, "'new' takes a plain name.");
        }

        var name = new Identifier(Here(), Take().Text);
        return _token.Is(".") || _token.Is("[")
            ? throw Unsupported(place, "'new' takes a plain name.")
            : new Construct(place, name, TryTake("(") ? ParseArguments() : []);
    }

    private Expression ParsePrimary()
    {
        var place = Here();
        switch (_token.Kind)
        {
            case TokenKind.Number:
                return new Literal(place, Take().Number);
            case TokenKind.Text:
                return new Literal(place, Take().Text);
            case TokenKind.Template:
                return ParseTemplate(place);
            case TokenKind.Name:
                return ParseWord(place);
            case TokenKind.End:
                throw Unexpected("A value is missing");
            case TokenKind.Punctuator:
                break;
        }

        return _token.Text switch
        {
            "(" => WithIn(() => ParseParentheses(place)),
            "[" => WithIn(() => ParseArray(place)),
            "{" => WithIn(() => ParseObject(place)),
            "/" or "/=" => ParsePattern(place),
            _ => throw Unexpected("A value is missing"),
        };
    }

    private Expression ParseWord(Place place)
    {
        switch (_token.Text)
        {
            case "true":
                Take();
                return new Literal(place, true);
            case "false":
                Take();
                return new Literal(place, false);
            case "null":
                Take();
                return new Literal(place, ScriptValue.Null);
            case "function":
                return ParseFunctionExpression();
        }

        if (Words.Reserved.Contains(_token.Text) || _token.Text == "arguments")
        {
            throw _token.Text == "arguments" ? Unsupported(place, "'arguments' is not available; use '...rest'.") : Unexpected("A value is missing");
        }

        var isArrowPlace = _arrowAllowedAt == _token.Start;
        var name = new Identifier(place, Take().Text);
        if (name.Name == "async" && !_token.AfterNewline && _token.Kind == TokenKind.Name && (_token.IsWord("function") || !Words.Reserved.Contains(_token.Text)))
        {
            throw Unsupported(place, Words.LeftOut["async"]);
        }

        return isArrowPlace && _token.Is("=>") ? ParseArrow(place, [name]) : name;
    }

    private Expression ParseParentheses(Place place)
    {
        var isArrowPlace = _arrowAllowedAt == _token.Start;
        Take();
        var parts = new List<Expression>();
        var onlyParameters = ParseArrowParameters(parts);
        if (isArrowPlace && _token.Is("=>"))
        {
            return ParseArrow(place, parts);
        }

        if (onlyParameters)
        {
            throw Unexpected("'=>' is missing behind these parameters");
        }

        var value = parts.Count == 1 ? parts[0] : new Sequence(place, [.. parts]);
        _parenthesized.Add(value);
        return value;
    }

    /// <summary>Reads up to the closing parenthesis; true if what was read can only be parameters.</summary>
    private bool ParseArrowParameters(List<Expression> parts)
    {
        var onlyParameters = _token.Is(")");
        while (!_token.Is(")"))
        {
            parts.Add(ParseSpreadOr());
            onlyParameters |= parts[^1] is Spread;
            if (!_token.Is(")"))
            {
                Expect(",");
                onlyParameters |= _token.Is(")");
            }
        }

        Take();
        return onlyParameters;
    }

    private PatternLiteral ParsePattern(Place place)
    {
        var (source, flags) = _lexer.ReadRegularExpression(_token.Start);
        _token = _lexer.Next();
        try
        {
            return new(place, Pattern.Parse(source, PatternFlags.Parse(flags)));
        }
        catch (ScriptException error)
        {
            throw new ScriptException(
                error.Kind == ScriptErrorKind.Runtime ? ScriptErrorKind.Syntax : error.Kind, error.Message, place.Line, place.Column, error.ErrorName);
        }
    }

    private Template ParseTemplate(Place place)
    {
        var texts = new List<string>();
        var parts = new List<Expression>();
        var (text, follows) = _lexer.ReadTemplatePart(_token.End);
        while (follows)
        {
            texts.Add(text);
            _token = _lexer.Next();
            parts.Add(WithIn(ParseExpression));
            if (!_token.Is("}"))
            {
                throw Unexpected("'}' is missing in this template");
            }

            (text, follows) = _lexer.ReadTemplatePart(_token.End);
        }

        texts.Add(text);
        _token = _lexer.Next();
        return new(place, [.. texts], [.. parts]);
    }
}
