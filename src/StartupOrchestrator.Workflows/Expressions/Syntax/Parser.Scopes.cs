using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private StaticScope Scope => _scopes[^1];

    private T InScope<T>(StaticScope scope, Func<T> parse)
    {
        _scopes.Add(scope);
        var result = parse();
        _scopes.RemoveAt(_scopes.Count - 1);
        return result;
    }

    /// <summary>Declares a name and answers its place as a target.</summary>
    private Identifier Declare(Place place, string name, VariableKind kind)
    {
        CheckName(place, name);
        switch (kind)
        {
            case VariableKind.Var:
                DeclareVar(place, name);
                break;
            case VariableKind.Let or VariableKind.Const or VariableKind.Function:
                if (Scope.Find(name) is not null || ClashesWithFunction(name))
                {
                    throw Syntax(place, $"'{name}' is declared twice.");
                }

                Scope.Declare(name, kind);
                break;
            case VariableKind.Parameter:
                if (Scope.Find(name) is not null)
                {
                    throw Syntax(place, $"'{name}' is declared twice.");
                }

                Scope.Declare(name, kind);
                break;
            case VariableKind.OwnName:
                break;
        }

        return new(place, name) { IsDeclaration = true };
    }

    // The names of a body and of its parameters lie in two scopes but may not repeat each other.
    private bool ClashesWithFunction(string name) =>
        Scope.RunsOnce && _scopes[^2].Find(name) is { Kind: not VariableKind.OwnName };

    private void DeclareVar(Place place, string name)
    {
        if (!_functions[^1].HasSimpleParameters)
        {
            throw Unsupported(place, "'var' is not available in functions with patterns or defaults as parameters; use 'let'.");
        }

        for (var i = _scopes.Count - 1; i >= 0; i--)
        {
            var known = _scopes[i].Find(name);
            if (known is { Kind: VariableKind.Let or VariableKind.Const or VariableKind.Function } or { Kind: VariableKind.Parameter, Owner.IsFunction: false })
            {
                throw Syntax(place, $"'{name}' is declared twice.");
            }

            if (!_scopes[i].IsFunction)
            {
                continue;
            }

            if (known is { Kind: VariableKind.OwnName })
            {
                throw Unsupported(place, $"'{name}' is also the name of the function.");
            }

            if (known is null)
            {
                _scopes[i].Declare(name, VariableKind.Var);
            }

            return;
        }
    }

    private static void CheckName(Place place, string name)
    {
        if (Words.LeftOut.TryGetValue(name, out var reason) && name != "async")
        {
            throw Unsupported(place, reason);
        }

        if (Words.Reserved.Contains(name))
        {
            throw Syntax(place, $"'{name}' is a word of the language and cannot be a name.");
        }

        if (Words.Untouchable.Contains(name))
        {
            throw Unsupported(place, $"'{name}' cannot be declared or changed.");
        }
    }
}
