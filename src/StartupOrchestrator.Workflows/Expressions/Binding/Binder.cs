using StartupOrchestrator.Workflows.Expressions.Runtime;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Binding;

/// <summary>Connects names with their declarations once the whole text is read, and measures how high the tree is.</summary>
internal sealed class Binder
{
    private readonly List<StaticScope> _scopes = [];
    private readonly List<(Identifier Use, StaticScope At)> _uses = [];
    private StaticScope? _current;
    private int _height;
    private int _highest;

    public SortedSet<string> VariableMembers { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> GlobalCalls { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Globals { get; } = new(StringComparer.Ordinal);

    public void Bind(Node node)
    {
        if (++_height > Limits.TreeHeight)
        {
            throw new ScriptException(
                ScriptErrorKind.DepthBudget, $"The script nests more than {Limits.TreeHeight} levels deep here.", node.Line, node.Column);
        }

        _highest = Math.Max(_highest, _height);
        node.Bind(this);
        _height--;
    }

    public void BindAll(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            Bind(node);
        }
    }

    public void Push(StaticScope scope)
    {
        scope.Parent = _current;
        _current = scope;
        _scopes.Add(scope);
    }

    public void Pop() => _current = _current!.Parent;

    /// <summary>Runs over a function's inside and answers how many tree levels it has.</summary>
    public int Measure(Action inside)
    {
        var (height, highest) = (_height, _highest);
        _highest = _height;
        inside();
        var levels = _highest - height;
        _highest = Math.Max(highest, _highest);
        return levels;
    }

    public void Use(Identifier use)
    {
        var inFunction = true;
        for (var scope = _current; scope is not null; scope = scope.Parent)
        {
            if (scope.Find(use.Name) is { } variable)
            {
                variable.IsCaptured |= !inFunction;
                variable.NeedsCheck |= !inFunction || use.Offset < variable.ReadyAt;
                use.Variable = variable;
                _uses.Add((use, _current!));
                return;
            }

            inFunction &= !scope.IsFunction;
        }

        Globals.Add(use.Name);
        use.Constant = Builtins.Globals.Find(use.Name);
    }

    public static bool IsGlobal(Expression expression, string name) =>
        expression is Identifier { Variable: null } identifier && identifier.Name == name;

    /// <summary>Lays all variables out; call once, after the last node is bound.</summary>
    public void Finish()
    {
        foreach (var scope in _scopes)
        {
            scope.LayOut();
        }

        foreach (var (use, at) in _uses)
        {
            var hops = 0;
            for (var scope = at; scope != use.Variable!.Owner.Home; scope = scope.Parent!)
            {
                hops += scope.IsMaterial ? 1 : 0;
            }

            use.Settle(hops);
        }
    }
}
