using System.Text.Encodings.Web;
using System.Text.Json;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>Writes definitions in the current form: <c>$schema</c> first, nested connections, switches among the custom properties.</summary>
public static class DefinitionWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DefinitionReader.MaxDepth };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DefinitionReader.MaxDepth };

    /// <summary>The text of a definition; reading it gives an equal definition.</summary>
    public static string Write(WorkflowDefinition definition, bool indented = true) =>
        definition.Document.ToJsonString(indented ? Indented : Compact);
}
