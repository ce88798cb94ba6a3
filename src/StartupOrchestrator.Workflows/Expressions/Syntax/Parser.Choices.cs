using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private Switch ParseSwitch()
    {
        var place = Here();
        Take();
        var subject = ParseParenthesized();
        Expect("{");
        var scope = new StaticScope(isFunction: false);
        var context = _functions[^1];
        context.Switches++;
        var cases = InScope(scope, ParseCases);
        context.Switches--;
        return new(place, scope, subject, cases, !InFunction);
    }

    private Case[] ParseCases()
    {
        var cases = new List<Case>();
        while (!TryTake("}"))
        {
            Expression? value = null;
            if (TryTakeWord("case"))
            {
                value = ParseExpression();
            }
            else if (!TryTakeWord("default"))
            {
                throw Unexpected("'case' or 'default' is missing");
            }
            else if (cases.Any(one => one.Value is null))
            {
                throw Syntax(Here(), "A switch has one 'default' at most.");
            }

            Expect(":");
            var statements = new List<Statement>();
            while (!_token.Is("}") && !_token.IsWord("case") && !_token.IsWord("default"))
            {
                statements.Add(_token.Kind == TokenKind.End ? throw Unexpected("'}' is missing") : ParseStatement());
            }

            cases.Add(new(value, [.. statements]));
        }

        return [.. cases];
    }

    private Try ParseTry()
    {
        var place = Here();
        Take();
        var body = ParseBlock(new(isFunction: false));
        var catchScope = new StaticScope(isFunction: false);
        ITarget? caught = null;
        Block? handler = null;
        if (TryTakeWord("catch"))
        {
            handler = InScope(catchScope, () =>
            {
                if (TryTake("("))
                {
                    caught = ParseBindingTarget(VariableKind.Parameter, []);
                    Expect(")");
                }

                return ParseBlock(new(isFunction: false));
            });
        }

        var final = TryTakeWord("finally") ? ParseBlock(new(isFunction: false)) : null;
        if (handler is null && final is null)
        {
            throw Unexpected("'catch' or 'finally' is missing");
        }

        return new(place, body, catchScope, caught, handler, final, !InFunction);
    }
}
