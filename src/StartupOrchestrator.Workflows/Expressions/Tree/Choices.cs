using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>One case of a <c>switch</c>; without a value the default.</summary>
internal sealed record Case(Expression? Value, Statement[] Statements);

/// <summary><c>switch</c>.</summary>
internal sealed class Switch(Place place, StaticScope inner, Expression subject, Case[] cases, bool givesValue) : Statement(place)
{
    public override void Bind(Binder binder)
    {
        binder.Bind(subject);
        binder.Push(inner);
        foreach (var variable in inner.Variables)
        {
            // Jumping into the middle passes declarations by, so the order in the text proves nothing here.
            variable.NeedsCheck = true;
        }

        foreach (var one in cases)
        {
            binder.BindAll(one.Value is null ? [] : [one.Value]);
            binder.BindAll(one.Statements);
        }

        binder.Pop();
    }

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Step();
        var value = subject.Evaluate(m, scope);
        scope = Scopes.Enter(m, inner, scope);
        if (givesValue)
        {
            m.Completion = default;
        }

        for (var at = Find(m, scope, value); at < cases.Length; at++)
        {
            foreach (var statement in cases[at].Statements)
            {
                var completion = statement.Execute(m, scope);
                if (completion != Completion.Normal)
                {
                    return completion == Completion.Break ? Completion.Normal : completion;
                }
            }
        }

        return Completion.Normal;
    }

    private int Find(Machine m, Scope? scope, ScriptValue value)
    {
        for (var i = 0; i < cases.Length; i++)
        {
            m.Step();
            if (cases[i].Value is { } candidate && Equality.Strict(m, value, candidate.Evaluate(m, scope)))
            {
                return i;
            }
        }

        var fallback = Array.FindIndex(cases, one => one.Value is null);
        return fallback < 0 ? cases.Length : fallback;
    }
}

/// <summary><c>throw</c>.</summary>
internal sealed class Throw(Place place, Expression value) : Statement(place)
{
    public override void Bind(Binder binder) => binder.Bind(value);

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Steps(Machine.ThrowCost);
        throw At(ErrorObject.Thrown(m, value.Evaluate(m, scope)));
    }
}

/// <summary><c>try</c>, <c>catch</c> and <c>finally</c>. Budgets and what the language lacks cannot be caught.</summary>
internal sealed class Try(Place place, Block body, StaticScope catchScope, ITarget? caught, Block? handler, Block? final, bool givesValue) : Statement(place)
{
    public override void Bind(Binder binder)
    {
        binder.Bind(body);
        binder.Push(catchScope);
        binder.BindAll(new[] { caught as Node, handler }.OfType<Node>());
        binder.Pop();
        binder.BindAll(final is null ? [] : [final]);
    }

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Step();
        var mark = m.Mark();
        Completion completion;
        try
        {
            completion = Guarded(m, scope, mark);
        }
        catch (ScriptException error) when (error.IsCatchable && final is not null)
        {
            m.Return(mark);
            m.Steps(Machine.ThrowCost);
            var forced = final.Execute(m, scope);
            if (forced == Completion.Normal)
            {
                throw;
            }

            return forced;
        }

        if (final is null)
        {
            return completion;
        }

        var (value, returned) = (m.Completion, m.Returned);
        var last = final.Execute(m, scope);
        if (last != Completion.Normal)
        {
            return last;
        }

        (m.Completion, m.Returned) = (value, returned);
        return completion;
    }

    private Completion Guarded(Machine m, Scope? scope, Machine.Position mark)
    {
        ScriptException caughtError;
        try
        {
            Reset(m);
            return body.Execute(m, scope);
        }
        catch (ScriptException error) when (error.IsCatchable && handler is not null)
        {
            caughtError = error;
        }

        m.Return(mark);
        m.Steps(Machine.ThrowCost);
        Reset(m);
        var inner = Scopes.Enter(m, catchScope, scope);
        caught?.Store(m, inner, ErrorObject.Of(m, caughtError));
        return handler.Execute(m, inner);
    }

    private void Reset(Machine m)
    {
        if (givesValue)
        {
            m.Completion = default;
        }
    }
}
