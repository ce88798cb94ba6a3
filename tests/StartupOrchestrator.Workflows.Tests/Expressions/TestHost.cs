using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>A host with a few names, the same as the oracle script defines.</summary>
internal sealed class TestHost : IScriptHost
{
    public static readonly TestHost Instance = new();

    private readonly Dictionary<string, ScriptValue> _functions = new()
    {
        ["getN"] = ScriptValue.FromFunction("getN", _ => 0),
        ["getS"] = ScriptValue.FromFunction("getS", _ => "q"),
        ["getItems"] = ScriptValue.FromFunction("getItems", _ => ScriptValue.FromItems([3, 1, 2])),
    };

    public bool TryGetGlobal(string name, out ScriptValue value) => _functions.TryGetValue(name, out value);

    public bool TrySetGlobal(string name, ScriptValue value) => false;
}
