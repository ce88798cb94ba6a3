using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary><c>object.name</c>, <c>object[key]</c> and both with <c>?.</c>.</summary>
internal sealed class Member(Place place, Expression target, string? name, Expression? key, bool isOptional) : Expression(place), ITarget
{
    public bool IsOptional { get; } = isOptional;

    public override void Bind(Binder binder)
    {
        binder.Bind(target);
        if (key is not null)
        {
            binder.Bind(key);
        }

        var fixedName = name ?? (key is Literal { Value.IsText: true } literal ? literal.Value.ToText() : null);
        if (fixedName is not null && Binder.IsGlobal(target, "variables"))
        {
            binder.VariableMembers.Add(fixedName);
        }
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        var value = target.Evaluate(m, scope);
        return TryStop(ref value) ? value : Read(m, scope, value);
    }

    /// <summary>The member together with the object it was read from, for a call.</summary>
    public ScriptValue EvaluateForCall(Machine m, Scope? scope, out ScriptValue self)
    {
        self = target.Evaluate(m, scope);
        return TryStop(ref self) ? self : Read(m, scope, self);
    }

    /// <summary>The object and the key, evaluated once, for reading and writing the same member.</summary>
    public (ScriptValue Target, ScriptValue Key) Resolve(Machine m, Scope? scope)
    {
        var owner = target.Evaluate(m, scope);
        return (owner, name ?? key!.Evaluate(m, scope));
    }

    public ScriptValue Read(Machine m, ScriptValue owner, ScriptValue at)
    {
        try
        {
            return Properties.Get(m, owner, at);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }

    public void Write(Machine m, ScriptValue owner, ScriptValue at, ScriptValue value)
    {
        try
        {
            Properties.Set(m, owner, at, value);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }

    public void Store(Machine m, Scope? scope, ScriptValue value)
    {
        var (owner, at) = Resolve(m, scope);
        Write(m, owner, at, value);
    }

    public ScriptValue Delete(Machine m, Scope? scope)
    {
        var owner = target.Evaluate(m, scope);
        if (TryStop(ref owner))
        {
            return true;
        }

        var at = name ?? key!.Evaluate(m, scope);
        try
        {
            return Properties.Delete(m, owner, at);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }

    public override string Describe() => name is null ? $"{target.Describe()}[...]" : $"{target.Describe()}.{name}";

    private bool TryStop(ref ScriptValue value)
    {
        if (IsOptional && value.IsNullish)
        {
            value = new(Tag.Cut);
            return true;
        }

        return ReferenceEquals(value.Ref, Tag.Cut);
    }

    private ScriptValue Read(Machine m, Scope? scope, ScriptValue owner)
    {
        var at = key is null ? default : key.Evaluate(m, scope);
        try
        {
            return key is null ? Properties.Get(m, owner, name!) : Properties.Get(m, owner, at);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }
}

/// <summary>A whole chain of members and calls in which a <c>?.</c> may stop everything behind it.</summary>
internal sealed class OptionalChain(Place place, Expression inner) : Expression(place)
{
    public Expression Inner { get; } = inner;

    public override void Bind(Binder binder) => binder.Bind(Inner);

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        var value = Inner.Evaluate(m, scope);
        return ReferenceEquals(value.Ref, Tag.Cut) ? default : value;
    }

    public override string Describe() => Inner.Describe();
}
