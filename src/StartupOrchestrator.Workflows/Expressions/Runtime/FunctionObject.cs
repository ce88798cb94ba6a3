namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>What a built-in function does; <paramref name="self"/> is what stood before the dot.</summary>
internal delegate ScriptValue NativeCode(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> arguments);

/// <summary>Something that can be called.</summary>
internal abstract class FunctionObject : HeapObject
{
    public override string ClassName => "Function";

    public abstract string Name { get; }

    public override ScriptValue Get(Machine m, string name) =>
        throw Errors.Unsupported($"'{name}' of the function '{Name}' is not available.");

    public override string ToText(Machine m) => throw Errors.Unsupported("A function cannot become text.");

    public abstract ScriptValue Call(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> arguments);
}

/// <summary>A function of the language itself.</summary>
internal sealed class NativeFunction(string name, NativeCode code) : FunctionObject
{
    public override string Name { get; } = name;

    /// <summary>What <c>new</c> does, if it is allowed.</summary>
    public NativeCode? Construct { get; init; }

    /// <summary>The members of a constructor, such as <c>Object.keys</c>.</summary>
    public IReadOnlyDictionary<string, ScriptValue>? Statics { get; init; }

    /// <summary>What <c>instanceof</c> asks.</summary>
    public Func<HeapObject, bool>? IsMaker { get; init; }

    public override ScriptValue Get(Machine m, string name) => Statics?.TryGetValue(name, out var member) == true ? member : base.Get(m, name);

    public override ScriptValue Call(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> arguments)
    {
        m.Step();
        return code(m, self, arguments);
    }
}

/// <summary>A function of the host.</summary>
internal sealed class HostFunction(string name, ScriptFunction function) : FunctionObject
{
    public override string Name { get; } = name;

    public override ScriptValue Call(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> arguments)
    {
        m.Step();
        foreach (var argument in arguments)
        {
            // Hosts read strings without a budget, so ropes are put together here, on the script's account.
            if (argument.Ref is Rope)
            {
                m.Flat(argument);
            }
        }

        return function(arguments);
    }
}
