using System.Security.Cryptography;
using System.Text;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Script accessors of the instance itself, and ids that are new yet the same whenever the step is repeated.</summary>
internal static class InstanceAccessors
{
    public static ScriptValue? Make(string name, Burst burst, ActivityInstance instance) => name switch
    {
        "getWorkflowInstanceId" => Getter(name, () => burst.State.Id),
        "getWorkflowDefinitionId" => Getter(name, () => burst.State.DefinitionId),
        "getWorkflowDefinitionVersionId" => Getter(name, () => burst.State.DefinitionVersionId),
        "getWorkflowDefinitionVersion" => Getter(name, () => burst.State.DefinitionVersion),
        "getCorrelationId" => Getter(name, () => burst.State.CorrelationId),
        "getWorkflowInstanceName" => Getter(name, () => burst.State.Name),
        "setCorrelationId" => Setter(name, v => burst.State.CorrelationId = v),
        "setWorkflowInstanceName" => Setter(name, v => burst.State.Name = v),
        "newGuid" or "newGuidString" => Getter(name, () => NewGuid(burst, instance).ToString()),
        "newShortGuid" => Getter(name, () => Convert.ToBase64String(NewGuid(burst, instance).ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')),
        _ => default(ScriptValue?),
    };

    private static Guid NewGuid(Burst burst, ActivityInstance instance) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{burst.State.Id}/{instance.Id}?{burst.NextId()}")).AsSpan(0, 16));

    private static ScriptValue Getter(string name, Func<ScriptValue> read) => ScriptValue.FromFunction(name, _ => read());

    private static ScriptValue Setter(string name, Action<string?> write) => ScriptValue.FromFunction(name, arguments =>
    {
        write(arguments.Length == 0 || arguments[0].IsNullish ? null : arguments[0].ToText());
        return ScriptValue.Undefined;
    });
}
