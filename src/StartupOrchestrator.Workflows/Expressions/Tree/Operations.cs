using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>An operator between two values, both always evaluated.</summary>
internal sealed class Binary(Place place, BinaryOperator op, Expression left, Expression right) : Expression(place)
{
    // Numbers are no members of each other: those two operators refuse them with their place, as they refuse other values.
    private readonly bool _countsNumbers = op is not (BinaryOperator.In or BinaryOperator.InstanceOf);

    public override void Bind(Binder binder)
    {
        binder.Bind(left);
        binder.Bind(right);
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        var a = left.Evaluate(m, scope);
        var b = right.Evaluate(m, scope);
        if (a.IsNumber && b.IsNumber && _countsNumbers)
        {
            return Operators.Numbers(op, a.Num, b.Num);
        }

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

/// <summary><c>&amp;&amp;</c>, <c>||</c> and <c>??</c>.</summary>
internal sealed class Logical(Place place, LogicalOperator op, Expression left, Expression right) : Expression(place)
{
    public LogicalOperator Operator { get; } = op;

    public override void Bind(Binder binder)
    {
        binder.Bind(left);
        binder.Bind(right);
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        var value = left.Evaluate(m, scope);
        return Operators.IsDecided(Operator, value) ? value : right.Evaluate(m, scope);
    }
}

/// <summary><c>condition ? yes : no</c>.</summary>
internal sealed class Conditional(Place place, Expression condition, Expression yes, Expression no) : Expression(place)
{
    public override void Bind(Binder binder)
    {
        binder.Bind(condition);
        binder.Bind(yes);
        binder.Bind(no);
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        return condition.Evaluate(m, scope).IsTruthy ? yes.Evaluate(m, scope) : no.Evaluate(m, scope);
    }
}

/// <summary>Expressions between commas; the last one counts.</summary>
internal sealed class Sequence(Place place, Expression[] parts) : Expression(place)
{
    public Expression[] Parts { get; } = parts;

    public override void Bind(Binder binder) => binder.BindAll(Parts);

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        var result = default(ScriptValue);
        foreach (var part in Parts)
        {
            m.Step();
            result = part.Evaluate(m, scope);
        }

        return result;
    }
}

/// <summary>An operator before one value.</summary>
internal sealed class Unary(Place place, UnaryOperator op, Expression operand) : Expression(place)
{
    public override void Bind(Binder binder) => binder.Bind(operand);

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        if (op == UnaryOperator.TypeOf && operand is Identifier { Variable: null } global)
        {
            return global.TryEvaluateGlobal(m, out var known) ? Operators.TypeOf(known) : TypeOfUnknown(global);
        }

        var value = operand.Evaluate(m, scope);
        try
        {
            return Operators.Apply(m, op, value);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }

    private ScriptValue TypeOfUnknown(Identifier global) =>
        Builtins.Globals.WhyMissing(global.Name) is { } reason ? throw At(Errors.Unsupported(reason)) : "undefined";
}

/// <summary><c>delete object.member</c>.</summary>
internal sealed class Delete(Place place, Expression operand) : Expression(place)
{
    public override void Bind(Binder binder)
    {
        if (operand is not (Member or OptionalChain))
        {
            throw At(Errors.Unsupported("'delete' is possible only for members."));
        }

        binder.Bind(operand);
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        var member = operand as Member ?? ((OptionalChain)operand).Inner as Member;
        if (member is null)
        {
            throw At(Errors.Unsupported("'delete' is possible only for members."));
        }

        return member.Delete(m, scope);
    }
}
