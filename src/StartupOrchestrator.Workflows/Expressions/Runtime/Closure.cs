using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>A function of the script together with the variables around it.</summary>
internal sealed class Closure(Function code, Scope? around) : FunctionObject
{
    public override string Name => code.Name ?? "anonymous";

    public override ScriptValue Call(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> arguments)
    {
        m.Enter(code.Levels);
        var scope = Scopes.Enter(m, code.Scope, around);
        code.OwnName?.Store(m, scope, new(this));
        var parameters = code.Parameters;
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].Store(m, scope, i < arguments.Length ? arguments[i] : default);
        }

        if (code.Rest is not null)
        {
            var rest = arguments.Length > parameters.Length ? arguments[parameters.Length..] : [];
            m.ChargeArray(rest.Length);
            code.Rest.Store(m, scope, new(new ArrayObject(rest.ToArray())));
        }

        var result = Run(m, scope);
        m.Leave(code.Levels);
        return result;
    }

    private ScriptValue Run(Machine m, Scope? scope)
    {
        if (code.Value is not null)
        {
            return code.Value.Evaluate(m, scope);
        }

        return code.Body!.Execute(m, scope) == Completion.Return ? m.Returned : default;
    }
}
