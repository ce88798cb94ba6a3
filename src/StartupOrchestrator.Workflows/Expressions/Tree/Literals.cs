using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>A number, string, boolean or null.</summary>
internal sealed class Literal(Place place, ScriptValue value) : Expression(place)
{
    public ScriptValue Value { get; } = value;

    public override void Bind(Binder binder)
    {
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope) => Value;

    public override string Describe() => Value.IsText ? $"\"{Value.ToText()}\"" : Value.ToText();
}

/// <summary>Text with expressions in it.</summary>
internal sealed class Template(Place place, string[] texts, Expression[] parts) : Expression(place)
{
    public override void Bind(Binder binder) => binder.BindAll(parts);

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        ScriptValue result = texts[0];
        for (var i = 0; i < parts.Length; i++)
        {
            var value = parts[i].Evaluate(m, scope);
            try
            {
                var text = value.IsText ? value : Conversions.ToText(m, value);
                result = Operators.Concatenate(m, Operators.Concatenate(m, result, text), texts[i + 1]);
            }
            catch (ScriptException error)
            {
                throw parts[i].At(error);
            }
        }

        return result;
    }
}

/// <summary>A list in brackets; a null entry is a hole.</summary>
internal sealed class ArrayLiteral(Place place, Expression?[] items, bool hasCommaAfterRest) : Expression(place)
{
    public bool HasCommaAfterRest { get; } = hasCommaAfterRest;

    public Expression?[] Items { get; } = items;

    public override void Bind(Binder binder) => binder.BindAll(Items.OfType<Expression>());

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        m.ChargeArray(Items.Length);
        var result = new ArrayObject(new ScriptValue[Items.Length]);
        var isExact = true;
        for (var i = 0; i < Items.Length; i++)
        {
            if (Items[i] is Spread spread)
            {
                result = isExact ? new ArrayObject(result.Span[..i].ToArray()) : result;
                isExact = false;
                spread.Into(m, scope, result);
                continue;
            }

            var value = Items[i]?.Evaluate(m, scope) ?? ArrayObject.Hole;
            if (isExact)
            {
                result.Span[i] = value;
            }
            else
            {
                result.Add(m, value);
            }
        }

        return new(result);
    }
}

/// <summary>Three dots before a value, in a list or among arguments.</summary>
internal sealed class Spread(Place place, Expression value) : Expression(place)
{
    public Expression Value { get; } = value;

    public override void Bind(Binder binder) => binder.Bind(Value);

    public void Into(Machine m, Scope? scope, ArrayObject target)
    {
        var value = Value.Evaluate(m, scope);
        try
        {
            Iteration.CopyTo(m, value, target);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope) => throw At(Errors.Unsupported("'...' has no meaning here."));
}

/// <summary>A regular expression between slashes; every evaluation makes a new object.</summary>
internal sealed class PatternLiteral(Place place, RegularExpressions.Pattern pattern) : Expression(place)
{
    public override void Bind(Binder binder)
    {
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        m.Charge(PatternObject.Cost);
        return new(new PatternObject(pattern));
    }
}
