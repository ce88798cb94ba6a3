using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>One entry of an object in braces: a named or computed key, or a spread.</summary>
/// <param name="Name">The key if it is fixed.</param>
/// <param name="Computed">The key if it is computed.</param>
/// <param name="Value">The value, or what is spread.</param>
/// <param name="Default">Only in patterns written as <c>{ a = 1 }</c>.</param>
internal sealed record Entry(string? Name, Expression? Computed, Expression Value, Expression? Default = null)
{
    public bool IsSpread => Name is null && Computed is null;
}

/// <summary>An object in braces.</summary>
internal sealed class ObjectLiteral(Place place, Entry[] entries) : Expression(place)
{
    public Entry[] Entries { get; } = entries;

    public override void Bind(Binder binder)
    {
        foreach (var entry in Entries)
        {
            if (entry.Default is not null)
            {
                throw entry.Value.At(new(ScriptErrorKind.Syntax, "A default is possible only where an object is taken apart.", errorName: "SyntaxError"));
            }

            if (entry.Computed is not null)
            {
                binder.Bind(entry.Computed);
            }

            binder.Bind(entry.Value);
        }
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        m.Charge(PlainObject.EmptyCost);
        var result = new PlainObject();
        foreach (var entry in Entries)
        {
            if (entry.IsSpread)
            {
                Spread(m, entry.Value.Evaluate(m, scope), result);
                continue;
            }

            var key = entry.Name ?? Key(m, scope, entry.Computed!);
            m.Charge(PlainObject.MemberCost);
            result.Set(key, entry.Value.Evaluate(m, scope));
        }

        return new(result);
    }

    private static string Key(Machine m, Scope? scope, Expression computed)
    {
        var key = computed.Evaluate(m, scope);
        try
        {
            return Conversions.ToKey(m, key);
        }
        catch (ScriptException error)
        {
            throw computed.At(error);
        }
    }

    private static void Spread(Machine m, ScriptValue source, PlainObject target)
    {
        foreach (var key in Properties.EnumerableKeys(m, source))
        {
            if (Properties.TryGetOwn(m, source, key, out var value))
            {
                m.Charge(PlainObject.MemberCost);
                target.Set(key, value);
            }
        }
    }
}
