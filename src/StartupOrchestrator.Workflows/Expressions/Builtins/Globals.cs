using System.Collections.Frozen;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>The names that every script knows.</summary>
internal static class Globals
{
    private static readonly FrozenDictionary<string, ScriptValue> Known = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NotHere = FrozenSet.ToFrozenSet(
    [
        "AggregateError", "ArrayBuffer", "AsyncFunction", "Atomics", "BigInt", "BigInt64Array", "BigUint64Array", "Buffer", "DataView",
        "FinalizationRegistry", "Float32Array", "Float64Array", "Function", "Generator", "Int16Array", "Int32Array", "Int8Array", "Intl",
        "Iterator", "Promise", "Proxy", "Reflect", "SharedArrayBuffer", "Symbol", "Uint16Array", "Uint32Array", "Uint8Array",
        "Uint8ClampedArray", "WeakMap", "WeakRef", "WeakSet", "WebAssembly", "clearInterval", "clearTimeout", "console", "escape", "eval",
        "fetch", "global", "globalThis", "module", "process", "queueMicrotask", "require", "self", "setImmediate", "setInterval",
        "setTimeout", "structuredClone", "unescape", "window",
    ]);

    /// <summary>The value of a name of the language, or nothing.</summary>
    public static ScriptValue? Find(string name) => Known.TryGetValue(name, out var value) ? value : default(ScriptValue?);

    /// <summary>Why a name that JavaScript has is not available here; nothing for unknown names.</summary>
    public static string? WhyMissing(string name) => name switch
    {
        "Date" => "'Date' is not available: the time comes from the workflow, so that every run can be repeated.",
        _ => NotHere.Contains(name) ? $"'{name}' is not available." : null,
    };

    private static Dictionary<string, ScriptValue> Build()
    {
        var globals = new Dictionary<string, ScriptValue>
        {
            ["undefined"] = default,
            ["NaN"] = double.NaN,
            ["Infinity"] = double.PositiveInfinity,
            ["Math"] = new(new BuiltinObject("Math", MathFunctions.All, MathFunctions.Constants)),
            ["JSON"] = new(new BuiltinObject("JSON", JsonFunctions.All, [])),
            ["Object"] = Maker("Object", ObjectMethods.Construct, ObjectMethods.Construct, ObjectMethods.Statics, heap => true),
            ["Array"] = Maker("Array", ArrayMaker.Construct, ArrayMaker.Construct, ArrayMaker.Statics, heap => heap is ArrayObject),
            ["Number"] = Maker("Number", ToNumber, null, NumberMethods.Statics, null, NumberMethods.Constants),
            ["String"] = Maker("String", ToText, null, TextMaker.Statics, null),
            ["Boolean"] = Maker("Boolean", (m, self, a) => a.At(0).IsTruthy, null, [], null),
            ["Map"] = Maker("Map", NeedsNew("Map"), MapMethods.NewMap, [], heap => heap is MapObject),
            ["Set"] = Maker("Set", NeedsNew("Set"), MapMethods.NewSet, [], heap => heap is SetObject),
            ["RegExp"] = Maker("RegExp", PatternMethods.Construct, PatternMethods.Construct, [], heap => heap is PatternObject),
        };
        foreach (var name in new[] { "Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError" })
        {
            globals[name] = ErrorMaker(name);
        }

        foreach (var (name, code) in GlobalFunctions.All.Concat(ElsaFunctions.All))
        {
            globals[name] = new(new NativeFunction(name, code));
        }

        // As in Node, these are the same functions.
        foreach (var name in new[] { "parseInt", "parseFloat" })
        {
            globals[name] = ((NativeFunction)globals["Number"].Ref!).Statics![name];
        }

        return globals;
    }

    private static ScriptValue Maker(
        string name,
        NativeCode call,
        NativeCode? construct,
        Dictionary<string, NativeCode> statics,
        Func<HeapObject, bool>? isMaker,
        Dictionary<string, ScriptValue>? constants = null)
    {
        var members = new Dictionary<string, ScriptValue>(constants ?? []);
        foreach (var (key, code) in statics)
        {
            members[key] = new(new NativeFunction(key, code));
        }

        return new(new NativeFunction(name, call) { Construct = construct, Statics = members, IsMaker = isMaker });
    }

    private static ScriptValue ErrorMaker(string name)
    {
        ScriptValue Make(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
        {
            m.Charge(ErrorObject.Cost);
            return a.Length > 1
                ? throw Errors.Unsupported("Errors take a message only.")
                : new(new ErrorObject(name, a.At(0).IsUndefined ? "" : a.Text(m, 0)));
        }

        return Maker(name, Make, Make, [], heap => heap is ErrorObject error && (name == "Error" || error.Name == name));
    }

    private static NativeCode NeedsNew(string name) => (m, self, a) => throw Errors.Type($"Constructor {name} requires 'new'");

    private static ScriptValue ToNumber(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a) => a.Length == 0 ? 0 : a.Number(m, 0);

    private static ScriptValue ToText(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a) => a.Length == 0 ? "" : Conversions.ToText(m, a[0]);
}

/// <summary>An object of the language itself that only holds functions and constants.</summary>
internal sealed class BuiltinObject : HeapObject
{
    private readonly Dictionary<string, ScriptValue> _members;

    public BuiltinObject(string name, Dictionary<string, NativeCode> functions, Dictionary<string, ScriptValue> constants)
    {
        ClassName = name;
        _members = new(constants);
        foreach (var (key, code) in functions)
        {
            _members[key] = new(new NativeFunction(key, code));
        }
    }

    public override string ClassName { get; }

    public override ScriptValue Get(Machine m, string name) => _members.TryGetValue(name, out var value)
        ? value
        : throw Errors.Unsupported($"'{ClassName}.{name}' is not available.");
}
