namespace StartupOrchestrator.Workflows.Expressions;

/// <summary>A function that a host offers to scripts.</summary>
/// <param name="arguments">The arguments as given; missing ones are simply not there. Valid during the call only.</param>
/// <returns>The result; <see cref="ScriptValue.Undefined"/> for none.</returns>
/// <remarks>
/// To refuse, throw <see cref="ScriptException"/> without a position: the script adds the place of the call, and its author may
/// catch it. Any other exception passes through the evaluation unchanged.
/// </remarks>
public delegate ScriptValue ScriptFunction(ReadOnlySpan<ScriptValue> arguments);
