using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>The methods of one type of values.</summary>
/// <remarks>Names that JavaScript knows and this language does not are refused rather than read as <c>undefined</c>.</remarks>
internal sealed class Prototype
{
    private static readonly HashSet<string> Refused = new(StringComparer.Ordinal)
    {
        "constructor", "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
        "isPrototypeOf", "toLocaleString",
    };

    private readonly Dictionary<string, ScriptValue> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missing;
    private readonly string _type;
    private readonly Prototype? _parent;

    public Prototype(string type, Prototype? parent, string missing, params IEnumerable<KeyValuePair<string, NativeCode>>[] methods)
    {
        (_type, _parent) = (type, parent);
        _missing = new(missing.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        foreach (var method in methods.SelectMany(group => group))
        {
            _methods.Add(method.Key, new(new NativeFunction(method.Key, method.Value)));
        }
    }

    /// <summary>Whether JavaScript's own prototype has this name.</summary>
    public bool Has(string name) => _methods.ContainsKey(name) || _missing.Contains(name) || Refused.Contains(name) || _parent?.Has(name) == true;

    /// <summary>The method, or <c>undefined</c> for a name that JavaScript does not know either.</summary>
    public ScriptValue Get(string name)
    {
        if (_methods.TryGetValue(name, out var method))
        {
            return method;
        }

        if (_missing.Contains(name) || Refused.Contains(name))
        {
            throw Errors.Unsupported($"'{name}' of {_type} is not available.");
        }

        return _parent?.Get(name) ?? default;
    }
}
