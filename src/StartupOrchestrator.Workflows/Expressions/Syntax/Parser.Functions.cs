using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private FunctionDeclaration ParseFunctionDeclaration()
    {
        var place = Here();
        Take();
        RefuseGenerator();
        var at = Here();
        var name = Declare(at, TakeName(), VariableKind.Function);
        return new(place, name, ParseFunctionRest(place, name.Name, null));
    }

    private Function ParseFunctionExpression()
    {
        var place = Here();
        Take();
        RefuseGenerator();
        var at = Here();
        var name = _token.Kind == TokenKind.Name ? TakeName() : null;
        if (name is not null)
        {
            CheckName(at, name);
        }

        return ParseFunctionRest(place, name, name is null ? null : new(at, name) { IsDeclaration = true });
    }

    private void RefuseGenerator()
    {
        if (_token.Is("*"))
        {
            throw Unsupported(Here(), Words.LeftOut["yield"]);
        }
    }

    private Function ParseFunctionRest(Place place, string? name, Identifier? ownName)
    {
        Expect("(");
        var parameters = new List<Expression>();
        ParseArrowParameters(parameters);
        return ParseFunctionFrom(place, name, ownName, parameters, isArrow: false);
    }

    /// <summary>An arrow whose parameters were read as expressions, because only the arrow told that they are parameters.</summary>
    private Function ParseArrow(Place place, IReadOnlyList<Expression> parameters)
    {
        if (_token.AfterNewline)
        {
            throw Syntax(Here(), "'=>' must stand on the same line as its parameters.");
        }

        Expect("=>");
        return ParseFunctionFrom(place, null, null, parameters, isArrow: true);
    }

    private Function ParseFunctionFrom(Place place, string? name, Identifier? ownName, IReadOnlyList<Expression> parameters, bool isArrow)
    {
        var isExpression = isArrow && !_token.Is("{");
        var context = new FunctionContext(parameters.All(parameter => parameter is Identifier));
        return FinishFunction(place, name, parameters, ownName, context, isArrow, isExpression ? null : ParseBodyStatements);
    }

    private Statement[] ParseBodyStatements()
    {
        Expect("{");
        var statements = new List<Statement>();
        while (!_token.Is("}"))
        {
            statements.Add(_token.Kind == TokenKind.End ? throw Unexpected("'}' is missing") : ParseStatement(isBody: true));
        }

        Take();
        return [.. statements];
    }

    private Function FinishFunction(
        Place place, string? name, IReadOnlyList<Expression> parameters, Identifier? ownName, FunctionContext context, bool isArrow, Func<Statement[]>? parseBody)
    {
        var scope = new StaticScope(isFunction: true);
        var before = _allowsIn;
        _functions.Add(context);
        _scopes.Add(scope);
        var targets = parameters.Where(parameter => parameter is not Spread).Select(parameter => ToTarget(parameter, VariableKind.Parameter)).ToArray();
        var rest = parameters.Count > 0 && parameters[^1] is Spread spread ? ToTarget(spread.Value, VariableKind.Parameter) : null;
        if (parameters.Take(parameters.Count - 1).Any(parameter => parameter is Spread) || (rest is DefaultTarget))
        {
            throw Syntax(place, "Only the last parameter may take the rest, without a default.");
        }

        foreach (var parameter in scope.Variables)
        {
            parameter.IsLateParameter = !context.HasSimpleParameters;
            parameter.ReadyAt = context.HasSimpleParameters ? -1 : _token.Start;
        }

        if (ownName is not null && scope.Find(ownName.Name) is null)
        {
            scope.Declare(ownName.Name, VariableKind.OwnName);
        }
        else
        {
            ownName = null;
        }

        var inner = new StaticScope(isFunction: false, runsOnce: true);
        Block? body = null;
        Expression? value = null;
        if (parseBody is not null)
        {
            _allowsIn = true;
            body = new Block(place, inner, InScope(inner, parseBody));
        }
        else
        {
            value = ParseAssignment();
        }

        _allowsIn = before;
        _scopes.RemoveAt(_scopes.Count - 1);
        _functions.RemoveAt(_functions.Count - 1);
        return new(place, name) { Scope = scope, Parameters = targets, Rest = rest, Body = body, Value = value, OwnName = ownName, IsArrow = isArrow };
    }

    private string TakeName() => _token.Kind == TokenKind.Name ? Take().Text : throw Unexpected("A name is missing");

    /// <summary>A call, its parenthesis just taken. Only what follows tells <c>async (x) => x</c> from a call of a function of that name.</summary>
    private Call ParseCall(Place place, Expression callee)
    {
        var call = new Call(place, CheckCallee(callee), ParseArguments(), false);
        return callee is Identifier { Name: "async" } && _token.Is("=>") ? throw Unsupported(callee.Place, Words.LeftOut["async"]) : call;
    }
}
