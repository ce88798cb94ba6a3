using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary><c>[a, , b = 1, ...rest]</c> on the left; a null entry skips a value.</summary>
internal sealed class ArrayTarget(Place place, ITarget?[] items, ITarget? rest) : Node(place), ITarget
{
    public override void Bind(Binder binder)
    {
        binder.BindAll(items.OfType<Node>());
        if (rest is not null)
        {
            binder.Bind((Node)rest);
        }
    }

    public void Store(Machine m, Scope? scope, ScriptValue value)
    {
        m.Step();
        try
        {
            var source = Iteration.Open(m, value);
            foreach (var item in items)
            {
                m.Step();
                source.Next(m, out var next);
                item?.Store(m, scope, next);
            }

            if (rest is null)
            {
                return;
            }

            var others = new ArrayObject([]);
            while (source.Next(m, out var next))
            {
                others.Add(m, next);
            }

            rest.Store(m, scope, new(others));
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }
}

/// <summary>One member taken out of an object.</summary>
internal sealed record TargetEntry(string? Name, Expression? Computed, ITarget Target);

/// <summary><c>{ a, b: c, d = 1, ...rest }</c> on the left.</summary>
internal sealed class ObjectTarget(Place place, TargetEntry[] entries, ITarget? rest) : Node(place), ITarget
{
    public override void Bind(Binder binder)
    {
        foreach (var entry in entries)
        {
            if (entry.Computed is not null)
            {
                binder.Bind(entry.Computed);
            }

            binder.Bind((Node)entry.Target);
        }

        if (rest is not null)
        {
            binder.Bind((Node)rest);
        }
    }

    public void Store(Machine m, Scope? scope, ScriptValue value)
    {
        m.Step();
        if (value.IsNullish)
        {
            throw At(Errors.Type($"Cannot destructure '{value.ToText()}' as it is {value.ToText()}."));
        }

        try
        {
            var taken = rest is null ? null : new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                m.Step();
                var key = entry.Name ?? Conversions.ToKey(m, entry.Computed!.Evaluate(m, scope));
                m.Charge(taken is null ? 0 : PlainObject.MemberCost);
                taken?.Add(key);
                entry.Target.Store(m, scope, Properties.Get(m, value, key));
            }

            rest?.Store(m, scope, Others(m, value, taken!));
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }

    private static ScriptValue Others(Machine m, ScriptValue value, HashSet<string> taken)
    {
        m.Charge(PlainObject.EmptyCost);
        var others = new PlainObject();
        foreach (var key in Properties.EnumerableKeys(m, value))
        {
            if (!taken.Contains(key) && Properties.TryGetOwn(m, value, key, out var member))
            {
                m.Charge(PlainObject.MemberCost);
                others.Set(key, member);
            }
        }

        return new(others);
    }
}

/// <summary>A target with a value for when there is none.</summary>
internal sealed class DefaultTarget(Place place, ITarget target, Expression value) : Node(place), ITarget
{
    public override void Bind(Binder binder)
    {
        binder.Bind(value);
        binder.Bind((Node)target);
    }

    public void Store(Machine m, Scope? scope, ScriptValue given) =>
        target.Store(m, scope, given.IsUndefined ? value.Evaluate(m, scope) : given);
}
