using StartupOrchestrator.Workflows.Expressions.Runtime;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private ArrayLiteral ParseArray(Place place)
    {
        Take();
        var items = new List<Expression?>();
        var commaAfterRest = false;
        while (!_token.Is("]"))
        {
            if (_token.Is(","))
            {
                Take();
                items.Add(null);
                continue;
            }

            items.Add(ParseSpreadOr());
            if (!_token.Is("]"))
            {
                Expect(",");
                commaAfterRest |= items[^1] is Spread;
            }
        }

        Take();
        return new(place, [.. items], commaAfterRest);
    }

    private ObjectLiteral ParseObject(Place place)
    {
        Take();
        var entries = new List<Entry>();
        while (!_token.Is("}"))
        {
            entries.Add(ParseEntry());
            if (!_token.Is("}"))
            {
                Expect(",");
            }
        }

        Take();
        return new(place, [.. entries]);
    }

    private Entry ParseEntry()
    {
        var place = Here();
        if (TryTake("..."))
        {
            return new(null, null, ParseAssignment());
        }

        if (TryTake("["))
        {
            var key = ParseAssignment();
            Expect("]");
            return new(null, key, ParseEntryValue(place, null));
        }

        var token = _token;
        var name = token.Kind switch
        {
            TokenKind.Name or TokenKind.Text => token.Text,
            TokenKind.Number => NumberText.Of(token.Number),
            TokenKind.End or TokenKind.Template or TokenKind.Punctuator => throw Unexpected("The name of a member is missing"),
        };
        Take();
        if (token.Kind == TokenKind.Name && (_token.Is(",") || _token.Is("}") || _token.Is("=")))
        {
            return ParseShorthand(place, name);
        }

        if (token.IsWord("get") || token.IsWord("set") || token.IsWord("async"))
        {
            RefuseAccessor(place, name);
        }

        if (name == "__proto__" && _token.Is(":"))
        {
            throw Unsupported(place, "'__proto__' is not available.");
        }

        return new(name, null, ParseEntryValue(place, name));
    }

    private Expression ParseEntryValue(Place place, string? name)
    {
        if (_token.Is("("))
        {
            return ParseFunctionRest(place, name, null);
        }

        Expect(":");
        return ParseAssignment();
    }

    private Entry ParseShorthand(Place place, string name)
    {
        if (Words.Reserved.Contains(name) || name == "arguments")
        {
            throw Words.LeftOut.TryGetValue(name, out var reason)
                ? Unsupported(place, reason)
                : Syntax(place, $"'{name}' is a word of the language and needs a value here.");
        }

        return new(name, null, new Identifier(place, name), TryTake("=") ? ParseAssignment() : null);
    }

    private void RefuseAccessor(Place place, string name)
    {
        if (!_token.Is(":") && !_token.Is("("))
        {
            throw Unsupported(place, $"Members with '{name}' are not available; use a plain function.");
        }
    }
}
