using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>A function as written: arrow, function expression or declaration, or the script as a whole.</summary>
internal sealed class Function(Place place, string? name) : Expression(place)
{
    public string? Name { get; } = name;

    /// <summary>Parameters, own name and <c>var</c> variables.</summary>
    public required StaticScope Scope { get; init; }

    public required bool IsArrow { get; init; }

    public required ITarget[] Parameters { get; init; }

    public required ITarget? Rest { get; init; }

    /// <summary>The statements, or nothing for an arrow with an expression.</summary>
    public Block? Body { get; init; }

    /// <summary>The value of an arrow without braces.</summary>
    public Expression? Value { get; init; }

    /// <summary>The variable of a function expression's own name.</summary>
    public Identifier? OwnName { get; init; }

    /// <summary>Tree levels that a call puts on the stack.</summary>
    public int Levels { get; private set; }

    public override void Bind(Binder binder)
    {
        binder.Push(Scope);
        Levels = 2 + binder.Measure(() => BindInside(binder));
        binder.Pop();
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        m.Charge(64);
        return new(new Closure(this, scope));
    }

    private void BindInside(Binder binder)
    {
        if (OwnName is not null)
        {
            binder.Bind(OwnName);
        }

        binder.BindAll(Parameters.Cast<Node>());
        if (Rest is not null)
        {
            binder.Bind((Node)Rest);
        }

        binder.Bind((Node?)Body ?? Value!);
    }
}
