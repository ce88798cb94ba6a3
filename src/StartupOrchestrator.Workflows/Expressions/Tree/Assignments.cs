using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary><c>target = value</c>, where the target may be a pattern.</summary>
internal sealed class Assign(Place place, Expression written, ITarget? target, Expression value) : Expression(place)
{
    /// <summary>The left side as it was read, in case the whole turns out to be a parameter with a default.</summary>
    public Expression Written { get; } = written;

    public Expression Value { get; } = value;

    public override void Bind(Binder binder)
    {
        binder.Bind((Node)target!);
        binder.Bind(Value);
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        if (target is Member member)
        {
            var (owner, key) = member.Resolve(m, scope);
            var stored = Value.Evaluate(m, scope);
            member.Write(m, owner, key, stored);
            return stored;
        }

        var result = Value.Evaluate(m, scope);
        target!.Store(m, scope, result);
        return result;
    }
}

/// <summary><c>target op= value</c> for operators that always evaluate the value.</summary>
internal sealed class CompoundAssign(Place place, BinaryOperator op, Expression target, Expression value) : Expression(place)
{
    public override void Bind(Binder binder)
    {
        binder.Bind(target);
        binder.Bind(value);
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        if (target is Member member)
        {
            var (owner, key) = member.Resolve(m, scope);
            var sum = Apply(m, member.Read(m, owner, key), value.Evaluate(m, scope));
            member.Write(m, owner, key, sum);
            return sum;
        }

        var result = Apply(m, target.Evaluate(m, scope), value.Evaluate(m, scope));
        ((ITarget)target).Store(m, scope, result);
        return result;
    }

    private ScriptValue Apply(Machine m, ScriptValue a, ScriptValue b)
    {
        try
        {
            return Operators.Apply(m, op, a, b);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }
}

/// <summary><c>target &amp;&amp;= value</c>, <c>||=</c> and <c>??=</c>: stores only if the value is needed.</summary>
internal sealed class LogicalAssign(Place place, LogicalOperator op, Expression target, Expression value) : Expression(place)
{
    public override void Bind(Binder binder)
    {
        binder.Bind(target);
        binder.Bind(value);
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        if (target is Member member)
        {
            var (owner, key) = member.Resolve(m, scope);
            var old = member.Read(m, owner, key);
            if (Operators.IsDecided(op, old))
            {
                return old;
            }

            var stored = value.Evaluate(m, scope);
            member.Write(m, owner, key, stored);
            return stored;
        }

        var current = target.Evaluate(m, scope);
        if (Operators.IsDecided(op, current))
        {
            return current;
        }

        var result = value.Evaluate(m, scope);
        ((ITarget)target).Store(m, scope, result);
        return result;
    }
}

/// <summary><c>++</c> and <c>--</c>, before or behind.</summary>
internal sealed class Update(Place place, Expression target, double change, bool isPrefix) : Expression(place)
{
    public override void Bind(Binder binder) => binder.Bind(target);

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        if (target is Member member)
        {
            var (owner, key) = member.Resolve(m, scope);
            var before = Number(m, member.Read(m, owner, key));
            member.Write(m, owner, key, before + change);
            return isPrefix ? before + change : before;
        }

        var old = Number(m, target.Evaluate(m, scope));
        ((ITarget)target).Store(m, scope, old + change);
        return isPrefix ? old + change : old;
    }

    private double Number(Machine m, ScriptValue value)
    {
        try
        {
            return Conversions.ToNumber(m, value);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }
}
