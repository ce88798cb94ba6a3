using System.Runtime.CompilerServices;
using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>A call, with or without <c>?.</c>.</summary>
internal sealed class Call(Place place, Expression callee, Expression[] arguments, bool isOptional) : Expression(place)
{
    private readonly bool _hasSpread = arguments.Any(argument => argument is Spread);

    public override void Bind(Binder binder)
    {
        binder.Bind(callee);
        binder.BindAll(arguments);
        if (callee is Identifier { Variable: null } global)
        {
            binder.GlobalCalls.Add(global.Name);
        }
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        var self = default(ScriptValue);
        var function = callee is Member member ? member.EvaluateForCall(m, scope, out self) : callee.Evaluate(m, scope);
        if (ReferenceEquals(function.Ref, Tag.Cut))
        {
            return function;
        }

        return isOptional && function.IsNullish ? new(Tag.Cut) : Invoke(m, scope, function, self);
    }

    public override string Describe() => $"{callee.Describe()}(...)";

    private ScriptValue Invoke(Machine m, Scope? scope, ScriptValue function, ScriptValue self)
    {
        if (_hasSpread || arguments.Length > FewArguments.Length)
        {
            var list = Arguments.Collect(m, scope, arguments);
            return Run(m, function, self, list.Span);
        }

        var few = default(FewArguments);
        for (var i = 0; i < arguments.Length; i++)
        {
            few[i] = arguments[i].Evaluate(m, scope);
        }

        return Run(m, function, self, few[..arguments.Length]);
    }

    private ScriptValue Run(Machine m, ScriptValue function, ScriptValue self, ReadOnlySpan<ScriptValue> values)
    {
        try
        {
            return function.Ref is FunctionObject target ? target.Call(m, self, values) : throw Errors.Type($"{callee.Describe()} is not a function");
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }
}

/// <summary><c>new</c> with one of the few constructors of the language.</summary>
internal sealed class Construct(Place place, Identifier callee, Expression[] arguments) : Expression(place)
{
    public override void Bind(Binder binder)
    {
        binder.Bind(callee);
        binder.BindAll(arguments);
    }

    public override ScriptValue Evaluate(Machine m, Scope? scope)
    {
        m.Step();
        var function = callee.Evaluate(m, scope);
        var list = Arguments.Collect(m, scope, arguments);
        try
        {
            return function.Ref is NativeFunction { Construct: { } construct }
                ? construct(m, default, list.Span)
                : throw Errors.Unsupported($"'new {callee.Name}' is not available.");
        }
        catch (ScriptException error)
        {
            throw At(error);
        }
    }
}

/// <summary>Evaluates the arguments of calls.</summary>
internal static class Arguments
{
    public static ArrayObject Collect(Machine m, Scope? scope, Expression[] arguments)
    {
        m.ChargeArray(arguments.Length);
        var list = new ArrayObject([]);
        foreach (var argument in arguments)
        {
            if (argument is Spread spread)
            {
                spread.Into(m, scope, list);
            }
            else
            {
                list.Add(m, argument.Evaluate(m, scope));
            }
        }

        return list;
    }
}

/// <summary>Room on the stack for the arguments of most calls.</summary>
[InlineArray(Length)]
internal struct FewArguments
{
    public const int Length = 4;

    private ScriptValue _first;
}
