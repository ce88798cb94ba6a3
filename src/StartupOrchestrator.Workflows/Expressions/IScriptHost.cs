namespace StartupOrchestrator.Workflows.Expressions;

/// <summary>What surrounds a script: the names that it may use and did not declare itself.</summary>
/// <remarks>
/// A host lives for one evaluation and is called on the evaluating thread only. It never sees the script's own variables.
/// The language's own globals (<c>Math</c>, <c>JSON</c>, <c>isNullOrEmpty</c> ...) win over the host's.
/// </remarks>
public interface IScriptHost
{
    /// <summary>Answers a name that the script did not declare; false makes it "not defined".</summary>
    /// <exception cref="ScriptException">The name is known but cannot be read now; the position is added by the script.</exception>
    bool TryGetGlobal(string name, out ScriptValue value);

    /// <summary>Takes an assignment to a name that the script did not declare; false refuses it.</summary>
    bool TrySetGlobal(string name, ScriptValue value);
}

/// <summary>A host without any names.</summary>
public sealed class EmptyScriptHost : IScriptHost
{
    /// <summary>The one instance; it has no state.</summary>
    public static EmptyScriptHost Instance { get; } = new();

    /// <inheritdoc/>
    public bool TryGetGlobal(string name, out ScriptValue value)
    {
        value = ScriptValue.Undefined;
        return false;
    }

    /// <inheritdoc/>
    public bool TrySetGlobal(string name, ScriptValue value) => false;
}
