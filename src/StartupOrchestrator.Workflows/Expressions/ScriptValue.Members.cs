using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions;

public readonly partial struct ScriptValue
{
    /// <summary>The items of an array, holes as <c>undefined</c>; empty for anything else.</summary>
    public IReadOnlyList<ScriptValue> Items => Ref is ArrayObject array ? array.ToList() : [];

    /// <summary>The names of an object's own members in JavaScript's order; empty for anything else.</summary>
    public IReadOnlyList<string> MemberNames => Ref is PlainObject plain ? plain.Keys() : [];

    /// <summary>An own member of an object; <c>undefined</c> when it is not there or this is no plain object.</summary>
    public ScriptValue GetMember(string name) => Ref is PlainObject plain && plain.TryGet(name, out var value) ? value : Undefined;

    /// <summary>Sets an own member of an object.</summary>
    /// <exception cref="InvalidOperationException">This is no plain object.</exception>
    public void SetMember(string name, ScriptValue value)
    {
        if (Ref is not PlainObject plain)
        {
            throw new InvalidOperationException($"A {Type} has no members to set.");
        }

        plain.Set(name, value);
    }

    /// <summary>As <c>Number(value)</c>.</summary>
    /// <exception cref="ScriptException">The value is an object that cannot be converted.</exception>
    public double ToNumber() => IsNumber ? Num : Conversions.ToNumber(Machine.Detached(), this);

    /// <summary>As <c>String(value)</c>.</summary>
    /// <exception cref="ScriptException">The value is a function, or nests too deeply.</exception>
    public string ToText() => Ref switch
    {
        string text => text,
        Rope rope => rope.Flatten(),
        _ => Conversions.ToFlatText(Machine.Detached(), this),
    };
}
