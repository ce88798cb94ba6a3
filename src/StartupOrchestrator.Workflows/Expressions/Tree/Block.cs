using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>Statements in braces, or a whole body.</summary>
internal sealed class Block(Place place, StaticScope inner, Statement[] statements) : Statement(place)
{
    private readonly FunctionDeclaration[] _functions = [.. statements.OfType<FunctionDeclaration>()];

    public override void Bind(Binder binder)
    {
        binder.Push(inner);
        binder.BindAll(statements);
        binder.Pop();
    }

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Step();
        scope = Scopes.Enter(m, inner, scope);
        foreach (var function in _functions)
        {
            function.Hoist(m, scope);
        }

        foreach (var statement in statements)
        {
            var completion = statement.Execute(m, scope);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }
}

/// <summary>Scopes at run time as laid out by the binder.</summary>
internal static class Scopes
{
    public static Scope? Enter(Machine m, StaticScope inner, Scope? outer)
    {
        var scope = outer;
        if (inner.IsMaterial)
        {
            m.Charge(64 + (16 * inner.SlotCount));
            scope = new(outer, inner.SlotCount);
        }

        foreach (var slot in inner.CheckedSlots)
        {
            scope!.Slots[slot] = new(Tag.Uninitialized);
        }

        return scope;
    }
}
