using StartupOrchestrator.Workflows.Expressions.Builtins;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>An error as scripts throw and catch it.</summary>
internal sealed class ErrorObject(string name, ScriptValue message) : HeapObject
{
    public const int Cost = 160;

    public string Name { get; } = name;

    public override string ClassName => "Error";

    public override Prototype Prototype => Prototypes.Error;

    public static ScriptException Thrown(Machine m, ScriptValue value)
    {
        var text = value.Ref switch
        {
            ErrorObject error => error.ToText(m),
            FunctionObject or PlainObject => "an object",
            _ => Conversions.ToFlatText(m, value),
        };
        return new(ScriptErrorKind.Thrown, $"The script threw {text}", errorName: value.Ref is ErrorObject known ? known.Name : "Error") { Value = value };
    }

    /// <summary>What <c>catch</c> receives.</summary>
    public static ScriptValue Of(Machine m, ScriptException error)
    {
        m.Charge(Cost);
        return error.Kind == ScriptErrorKind.Thrown ? error.Value : new(new ErrorObject(error.ErrorName, error.Message));
    }

    public override ScriptValue Get(Machine m, string name) => name switch
    {
        "name" => Name,
        "message" => message,
        _ => base.Get(m, name),
    };

    public override string ToText(Machine m)
    {
        var text = Conversions.ToFlatText(m, message);
        return text.Length == 0 ? Name : $"{Name}: {text}";
    }
}
