using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary><c>for (;;)</c>, <c>while</c> and <c>do while</c>.</summary>
internal sealed class Loop(Place place, StaticScope head, bool givesValue) : Statement(place)
{
    public Statement? Start { get; init; }

    public Expression? Condition { get; init; }

    public Expression? Step { get; init; }

    public required Statement Body { get; init; }

    public bool TestsFirst { get; init; } = true;

    public override void Bind(Binder binder)
    {
        binder.Push(head);
        binder.BindAll(new Node?[] { Start, Condition, Step, Body }.OfType<Node>());
        binder.Pop();
    }

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Step();
        scope = Scopes.Enter(m, head, scope);
        Start?.Execute(m, scope);
        if (givesValue)
        {
            m.Completion = default;
        }

        var isFirst = !TestsFirst;
        while (isFirst || Condition is null || Condition.Evaluate(m, scope).IsTruthy)
        {
            m.Step();
            isFirst = false;
            var completion = Body.Execute(m, scope);
            if (completion == Completion.Return)
            {
                return completion;
            }

            if (completion == Completion.Break)
            {
                break;
            }

            scope = NextRound(m, scope);
            Step?.Evaluate(m, scope);
        }

        return Completion.Normal;
    }

    // Functions made in one round keep that round's variables.
    private Scope? NextRound(Machine m, Scope? scope)
    {
        if (!head.IsMaterial)
        {
            return scope;
        }

        m.Charge(64 + (16 * head.SlotCount));
        return scope!.Copy();
    }
}

/// <summary><c>for (x of values)</c> and <c>for (key in object)</c>.</summary>
internal sealed class LoopOver(Place place, StaticScope head, bool overKeys, bool givesValue) : Statement(place)
{
    public required ITarget Target { get; init; }

    public required Expression Source { get; init; }

    public required Statement Body { get; init; }

    public override void Bind(Binder binder)
    {
        binder.Push(head);
        binder.Bind(Source);
        binder.Bind((Node)Target);
        binder.Bind(Body);
        binder.Pop();
    }

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Step();
        var source = Open(m, Scopes.Enter(m, head, scope));
        if (givesValue)
        {
            m.Completion = default;
        }

        while (source.Next(m, out var value))
        {
            m.Step();
            var round = Scopes.Enter(m, head, scope);
            Target.Store(m, round, value);
            var completion = Body.Execute(m, round);
            if (completion == Completion.Return)
            {
                return completion;
            }

            if (completion == Completion.Break)
            {
                break;
            }
        }

        return Completion.Normal;
    }

    private ValueSource Open(Machine m, Scope? scope)
    {
        var value = Source.Evaluate(m, scope);
        try
        {
            return overKeys ? Iteration.OpenKeys(m, value) : Iteration.Open(m, value);
        }
        catch (ScriptException error)
        {
            throw Source.At(error);
        }
    }
}
