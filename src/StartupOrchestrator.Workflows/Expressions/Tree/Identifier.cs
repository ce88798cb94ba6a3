using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;
using StartupOrchestrator.Workflows.Expressions.Syntax;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>The use of a name: one of the script's own variables, a part of the language, or a name that the host knows.</summary>
internal sealed class Identifier(Place place, string name) : Expression(place), ITarget
{
    private int _hops;
    private int _slot;
    private bool _isChecked;

    public string Name { get; } = name;

    /// <summary>Whether this use declares the variable, so that constants may be set.</summary>
    public bool IsDeclaration { get; init; }

    /// <summary>Whether this use is the target of an assignment.</summary>
    public bool IsAssigned { get; set; }

    /// <summary>The declaration, if it is in the script.</summary>
    public Variable? Variable { get; set; }

    /// <summary>The value, if the name is part of the language.</summary>
    public ScriptValue? Constant { get; set; }

    public override void Bind(Binder binder)
    {
        binder.Use(this);
        if (!IsAssigned)
        {
            return;
        }

        if (Variable is { Kind: VariableKind.Const or VariableKind.OwnName } && !IsDeclaration)
        {
            throw At(new(ScriptErrorKind.Syntax, $"'{Name}' is a constant and cannot be assigned to.", errorName: "TypeError"));
        }

        if (Constant is not null || (Variable is null && Words.Untouchable.Contains(Name)))
        {
            throw At(Errors.Unsupported($"'{Name}' is part of the language and cannot be assigned to."));
        }
    }

    public void Settle(int hops)
    {
        (_hops, _slot) = (hops, Variable!.Slot);
        _isChecked = Variable.NeedsCheck && Variable.IsLexical;
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        if (Variable is null)
        {
            return EvaluateGlobal(m);
        }

        for (var i = _hops; i > 0; i--)
        {
            scope = scope!.Parent;
        }

        var value = scope!.Slots[_slot];
        return _isChecked && ReferenceEquals(value.Ref, Tag.Uninitialized) ? throw TooEarly() : value;
    }

    public void Store(Machine m, Scope? scope, ScriptValue value)
    {
        if (Variable is null)
        {
            StoreGlobal(m, value);
            return;
        }

        for (var i = _hops; i > 0; i--)
        {
            scope = scope!.Parent;
        }

        ref var slot = ref scope!.Slots[_slot];
        if (_isChecked && !IsDeclaration && ReferenceEquals(slot.Ref, Tag.Uninitialized))
        {
            throw TooEarly();
        }

        slot = value;
    }

    /// <summary>The value, or nothing when nobody knows the name, which only <c>typeof</c> forgives.</summary>
    public bool TryEvaluateGlobal(Machine m, out ScriptValue value)
    {
        if (Constant is { } constant)
        {
            value = constant;
            return true;
        }

        try
        {
            return m.Host.TryGetGlobal(Name, out value);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }

    public override string Describe() => Name;

    private ScriptValue EvaluateGlobal(Machine m)
    {
        if (TryEvaluateGlobal(m, out var value))
        {
            return value;
        }

        throw At(Builtins.Globals.WhyMissing(Name) is { } reason ? Errors.Unsupported(reason) : Errors.Reference($"{Name} is not defined"));
    }

    private void StoreGlobal(Machine m, ScriptValue value)
    {
        bool taken;
        try
        {
            taken = m.Host.TrySetGlobal(Name, value);
        }
        catch (ScriptException error)
        {
            throw At(error);
        }

        if (!taken)
        {
            throw At(Errors.Unsupported($"'{Name}' is not declared; write 'let {Name} = ...'."));
        }
    }

    private ScriptException TooEarly() => At(Errors.Reference($"Cannot access '{Name}' before initialization"));
}
