using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private Statement ParseLoopBody()
    {
        var context = _functions[^1];
        context.Loops++;
        var body = ParseSubstatement();
        context.Loops--;
        return body;
    }

    private Loop ParseWhile()
    {
        var place = Here();
        Take();
        var condition = ParseParenthesized();
        return new(place, new(isFunction: false), !InFunction) { Condition = condition, Body = ParseLoopBody() };
    }

    private Loop ParseDoWhile()
    {
        var place = Here();
        Take();
        var body = ParseLoopBody();
        if (!TryTakeWord("while"))
        {
            throw Unexpected("'while' is missing behind 'do'");
        }

        var condition = ParseParenthesized();
        TryTake(";");
        return new(place, new(isFunction: false), !InFunction) { Condition = condition, Body = body, TestsFirst = false };
    }

    private Statement ParseFor()
    {
        var place = Here();
        Take();
        if (_token.IsWord("await"))
        {
            throw Unsupported(Here(), Words.LeftOut["await"]);
        }

        Expect("(");
        var head = new StaticScope(isFunction: false);
        return InScope(head, () => ParseForHead(place, head));
    }

    private Statement ParseForHead(Place place, StaticScope head)
    {
        if (_token.IsWord("let") || _token.IsWord("const") || _token.IsWord("var"))
        {
            var declaration = WithoutIn(() => ParseDeclaration(isForHead: true));
            return IsOver(out var overKeys)
                ? ParseForOver(place, head, declaration.SingleTarget ?? throw Syntax(place, "This loop takes one variable without a value."), overKeys)
                : ParseForRest(place, head, declaration);
        }

        if (_token.Is(";"))
        {
            return ParseForRest(place, head, null);
        }

        var at = Here();
        var start = WithoutIn(ParseExpression);
        return IsOver(out var keys)
            ? ParseForOver(place, head, ToTarget(start, null), keys)
            : ParseForRest(place, head, new ExpressionStatement(at, start, givesValue: false));
    }

    private bool IsOver(out bool overKeys)
    {
        overKeys = _token.IsWord("in");
        return overKeys || _token.IsWord("of");
    }

    private LoopOver ParseForOver(Place place, StaticScope head, ITarget target, bool overKeys)
    {
        Take();
        var source = overKeys ? ParseExpression() : ParseAssignment();
        Expect(")");
        foreach (var variable in head.Variables)
        {
            // The loop's variables are not there yet while its source is evaluated.
            variable.ReadyAt = _lastEnd;
        }

        return new(place, head, overKeys, !InFunction) { Target = target, Source = source, Body = ParseLoopBody() };
    }

    private Loop ParseForRest(Place place, StaticScope head, Statement? start)
    {
        Expect(";");
        var condition = _token.Is(";") ? null : ParseExpression();
        Expect(";");
        var step = _token.Is(")") ? null : ParseExpression();
        Expect(")");
        return new(place, head, !InFunction) { Start = start, Condition = condition, Step = step, Body = ParseLoopBody() };
    }

    private T WithoutIn<T>(Func<T> parse)
    {
        var before = _allowsIn;
        _allowsIn = false;
        var result = parse();
        _allowsIn = before;
        return result;
    }

    private T WithIn<T>(Func<T> parse)
    {
        var before = _allowsIn;
        _allowsIn = true;
        var result = parse();
        _allowsIn = before;
        return result;
    }
}
