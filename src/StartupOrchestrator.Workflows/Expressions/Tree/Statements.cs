using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>An expression as a statement; outside functions its value is the script's value so far.</summary>
internal sealed class ExpressionStatement(Place place, Expression value, bool givesValue) : Statement(place)
{
    public override void Bind(Binder binder) => binder.Bind(value);

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Step();
        var result = value.Evaluate(m, scope);
        if (givesValue)
        {
            m.Completion = result;
        }

        return Completion.Normal;
    }
}

/// <summary>One name or pattern of a declaration with its value.</summary>
internal sealed record Declarator(ITarget Target, Expression? Value);

/// <summary><c>let</c>, <c>const</c> and <c>var</c>.</summary>
internal sealed class Declaration(Place place, bool isVar, Declarator[] declarators) : Statement(place)
{
    /// <summary>The variable of a loop over values: one, without a value.</summary>
    public ITarget? SingleTarget => declarators is [{ Value: null } only] ? only.Target : null;

    public override void Bind(Binder binder)
    {
        foreach (var declarator in declarators)
        {
            binder.Bind((Node)declarator.Target);
            if (declarator.Value is not null)
            {
                binder.Bind(declarator.Value);
            }
        }
    }

    public override Completion Execute(Machine m, Scope? scope)
    {
        foreach (var declarator in declarators)
        {
            m.Step();
            if (declarator.Value is not null)
            {
                declarator.Target.Store(m, scope, declarator.Value.Evaluate(m, scope));
            }
            else if (!isVar)
            {
                declarator.Target.Store(m, scope, default);
            }
        }

        return Completion.Normal;
    }
}

/// <summary><c>function name() {}</c>; usable in the whole body around it.</summary>
internal sealed class FunctionDeclaration(Place place, Identifier name, Function function) : Statement(place)
{
    public override void Bind(Binder binder)
    {
        binder.Bind(name);
        binder.Bind(function);
    }

    public void Hoist(Machine m, Scope? scope) => name.Store(m, scope, function.Evaluate(m, scope));

    public override Completion Execute(Machine m, Scope? scope) => Completion.Normal;
}

/// <summary><c>if</c> with or without <c>else</c>.</summary>
internal sealed class If(Place place, Expression condition, Statement yes, Statement? no, bool givesValue) : Statement(place)
{
    public override void Bind(Binder binder)
    {
        binder.Bind(condition);
        binder.Bind(yes);
        if (no is not null)
        {
            binder.Bind(no);
        }
    }

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Step();
        var isTrue = condition.Evaluate(m, scope).IsTruthy;
        if (givesValue)
        {
            m.Completion = default;
        }

        return isTrue ? yes.Execute(m, scope) : no?.Execute(m, scope) ?? Completion.Normal;
    }
}

/// <summary><c>return</c>, possible at the top level too.</summary>
internal sealed class Return(Place place, Expression? value) : Statement(place)
{
    public override void Bind(Binder binder)
    {
        if (value is not null)
        {
            binder.Bind(value);
        }
    }

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Step();
        m.Returned = value?.Evaluate(m, scope) ?? default;
        return Completion.Return;
    }
}

/// <summary><c>break</c> and <c>continue</c>.</summary>
internal sealed class Jump(Place place, Completion completion) : Statement(place)
{
    public override void Bind(Binder binder)
    {
    }

    public override Completion Execute(Machine m, Scope? scope)
    {
        m.Step();
        return completion;
    }
}

/// <summary>A lone semicolon.</summary>
internal sealed class Empty(Place place) : Statement(place)
{
    public override void Bind(Binder binder)
    {
    }

    public override Completion Execute(Machine m, Scope? scope) => Completion.Normal;
}
