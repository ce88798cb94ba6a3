using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private Statement ParseStatement(bool isBody = false) => Nested(() => ParseStatementHere(isBody));

    private Statement ParseStatementHere(bool isBody)
    {
        var place = Here();
        if (_token.Is("{"))
        {
            return ParseBlock(new(isFunction: false));
        }

        if (TryTake(";"))
        {
            return new Empty(place);
        }

        if (_token.Kind != TokenKind.Name)
        {
            return ParseExpressionStatement(place);
        }

        switch (_token.Text)
        {
            case "let" or "const" or "var":
                return ParseDeclarationStatement();
            case "function":
                return isBody ? ParseFunctionDeclaration() : throw Unsupported(place, "Functions are declared at the top level of a script or function.");
            case "if":
                return ParseIf();
            case "for":
                return ParseFor();
            case "while":
                return ParseWhile();
            case "do":
                return ParseDoWhile();
            case "return":
                return ParseReturn();
            case "break" or "continue":
                return ParseJump();
            case "switch":
                return ParseSwitch();
            case "throw":
                return ParseThrow();
            case "try":
                return ParseTry();
            default:
                return ParseExpressionStatement(place);
        }
    }

    private ExpressionStatement ParseExpressionStatement(Place place)
    {
        var value = ParseExpression();
        if (value is Identifier && _token.Is(":"))
        {
            throw Unsupported(place, "Labels are not available.");
        }

        EndStatement();
        return new(place, value, !InFunction);
    }

    private Block ParseBlock(StaticScope scope)
    {
        var place = Here();
        Expect("{");
        return InScope(scope, () =>
        {
            var statements = new List<Statement>();
            while (!_token.Is("}"))
            {
                statements.Add(_token.Kind == TokenKind.End ? throw Unexpected("'}' is missing") : ParseStatement(scope.RunsOnce));
            }

            Take();
            return new Block(place, scope, [.. statements]);
        });
    }

    /// <summary>A statement where a declaration would have no place of its own.</summary>
    private Statement ParseSubstatement() =>
        _token.IsWord("let") || _token.IsWord("const")
            ? throw Syntax(Here(), "A declaration here needs braces around it.")
            : ParseStatement();

    private Declaration ParseDeclarationStatement()
    {
        var declaration = ParseDeclaration(isForHead: false);
        EndStatement();
        return declaration;
    }

    private Declaration ParseDeclaration(bool isForHead)
    {
        var place = Here();
        var kind = Take().Text switch { "let" => VariableKind.Let, "const" => VariableKind.Const, _ => VariableKind.Var };
        var declarators = new List<Declarator>();
        do
        {
            var at = Here();
            var names = new List<string>();
            var target = ParseBindingTarget(kind, names);
            var value = TryTake("=") ? ParseAssignment() : null;
            var isLoopVariable = isForHead && (_token.IsWord("of") || _token.IsWord("in"));
            if (value is null && !isLoopVariable && (kind == VariableKind.Const || target is not Identifier))
            {
                throw Syntax(at, "This declaration needs a value.");
            }

            foreach (var name in names)
            {
                MarkReady(name, kind);
            }

            declarators.Add(new(target, value));
        }
        while (TryTake(","));
        return new(place, kind == VariableKind.Var, [.. declarators]);
    }

    private void MarkReady(string name, VariableKind kind)
    {
        if (kind != VariableKind.Var)
        {
            Scope.Find(name)!.ReadyAt = _lastEnd;
        }
    }

    private If ParseIf()
    {
        var place = Here();
        Take();
        var condition = ParseParenthesized();
        var yes = ParseSubstatement();
        var no = TryTakeWord("else") ? ParseSubstatement() : null;
        return new(place, condition, yes, no, !InFunction);
    }

    private Expression ParseParenthesized()
    {
        Expect("(");
        var value = ParseExpression();
        Expect(")");
        return value;
    }

    private Return ParseReturn()
    {
        var place = Here();
        Take();
        var hasValue = !_token.Is(";") && !_token.Is("}") && _token.Kind != TokenKind.End && !_token.AfterNewline;
        var value = hasValue ? ParseExpression() : null;
        EndStatement();
        return new(place, value);
    }

    private Jump ParseJump()
    {
        var place = Here();
        var isBreak = Take().Text == "break";
        if (_token.Kind == TokenKind.Name && !_token.AfterNewline && !Words.Reserved.Contains(_token.Text))
        {
            throw Unsupported(Here(), "Labels are not available.");
        }

        var context = _functions[^1];
        if (context.Loops == 0 && !(isBreak && context.Switches > 0))
        {
            throw Syntax(place, isBreak ? "'break' stands outside any loop." : "'continue' stands outside any loop.");
        }

        EndStatement();
        return new(place, isBreak ? Completion.Break : Completion.Continue);
    }

    private Throw ParseThrow()
    {
        var place = Here();
        Take();
        if (_token.AfterNewline)
        {
            throw Syntax(place, "'throw' needs its value on the same line.");
        }

        var value = ParseExpression();
        EndStatement();
        return new(place, value);
    }
}
