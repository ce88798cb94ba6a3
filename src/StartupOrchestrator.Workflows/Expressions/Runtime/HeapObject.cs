using StartupOrchestrator.Workflows.Expressions.Builtins;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>Anything that is compared by identity.</summary>
internal abstract class HeapObject
{
    /// <summary>The tag in <c>[object Tag]</c>.</summary>
    public virtual string ClassName => "Object";

    /// <summary>Whether writes are ignored, as after <c>Object.freeze</c>.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>The methods of this type.</summary>
    public virtual Prototype Prototype => Prototypes.Object;

    /// <summary>How many own enumerable keys there are at most, to pay for a list of them.</summary>
    public virtual int KeyCount => 0;

    /// <summary>The own enumerable keys in JavaScript's order.</summary>
    public virtual IReadOnlyList<string> Keys() => [];

    /// <summary>An own enumerable member.</summary>
    public virtual bool TryGet(string key, out ScriptValue value)
    {
        value = default;
        return false;
    }

    /// <summary>A member, own or of the type.</summary>
    public virtual ScriptValue Get(Machine m, string name) => TryGet(name, out var value) ? value : Prototype.Get(name);

    /// <summary>Sets a member.</summary>
    public virtual void Set(Machine m, string name, ScriptValue value) =>
        throw Errors.Unsupported($"'{name}' cannot be set: only plain objects and arrays can be changed.");

    public virtual void Delete(string name)
    {
    }

    /// <summary>As <c>String(value)</c>.</summary>
    public virtual string ToText(Machine m) => $"[object {ClassName}]";

    /// <summary>As a value that is no object.</summary>
    public virtual ScriptValue ToPrimitive(Machine m, bool preferText) => ToText(m);
}
