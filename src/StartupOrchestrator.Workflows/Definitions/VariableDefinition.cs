using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>A declared variable of a workflow or of a container.</summary>
/// <param name="Id">Id by which activities and bindings refer to it.</param>
/// <param name="Name">Name in scripts, case-sensitive.</param>
/// <param name="Type">Type that values are converted to when set.</param>
/// <param name="Default">Value at the start of the scope, already converted; null when none.</param>
public sealed record VariableDefinition(string Id, string Name, ValueType Type, JsonNode? Default);

/// <summary>A declared input or output of a workflow.</summary>
/// <param name="Name">Name, case-sensitive.</param>
/// <param name="Type">Declared type.</param>
/// <param name="DisplayName">Label for forms.</param>
/// <param name="Description">Help text.</param>
/// <param name="Editor">Editor hint of an input, as <c>single-line</c>.</param>
public sealed record ArgumentDefinition(string Name, ValueType Type, string? DisplayName, string? Description, string? Editor);
