using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;
using StartupOrchestrator.Workflows.Expressions.Syntax;
using StartupOrchestrator.Workflows.Expressions.Tree;

namespace StartupOrchestrator.Workflows.Expressions;

/// <summary>A script, read and checked once and evaluated any number of times, by any number of threads.</summary>
public sealed class Script
{
    /// <summary>The version of the language; it grows when a script could give another result than before.</summary>
    public const int LanguageVersion = 1;

    private readonly Function _whole;

    private Script(string source, Function whole, ScriptReferences references)
    {
        Source = source;
        _whole = whole;
        References = references;
    }

    /// <summary>The text.</summary>
    public string Source { get; }

    /// <summary>What the text uses of its surroundings.</summary>
    public ScriptReferences References { get; }

    /// <summary>Reads a script.</summary>
    /// <exception cref="ScriptException">The text is no JavaScript, or uses something outside the language; with the place.</exception>
    public static Script Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var whole = Parser.ParseScript(source);
        var binder = new Binder();
        binder.Bind(whole);
        binder.Finish();
        return new(source, whole, new([.. binder.VariableMembers], [.. binder.GlobalCalls], [.. binder.Globals]));
    }

    /// <summary>Runs the script.</summary>
    /// <returns>The value of the first <c>return</c> that it meets, else the value of its last statement that has one.</returns>
    /// <exception cref="ScriptException">The script failed or used up its budget; with the place where it is known.</exception>
    public ScriptValue Evaluate(IScriptHost host, ScriptBudget budget)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(budget);
        var machine = new Machine(host, budget);
        machine.Enter(_whole.Levels);
        var scope = Scopes.Enter(machine, _whole.Scope, null);
        return _whole.Body!.Execute(machine, scope) == Completion.Return ? machine.Returned : machine.Completion;
    }
}

/// <summary>What a script uses of its surroundings, by name and in order of the alphabet.</summary>
/// <param name="VariableMembers">The members of <c>variables</c>, as in <c>variables.Country</c>, that the text names.</param>
/// <param name="GlobalCalls">The names that are called and not declared in the script, those of the language included.</param>
/// <param name="Globals">All names that are used and not declared in the script, those of the language included.</param>
public sealed record ScriptReferences(
    IReadOnlyList<string> VariableMembers, IReadOnlyList<string> GlobalCalls, IReadOnlyList<string> Globals);
