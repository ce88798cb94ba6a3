using System.Text.Json;
using System.Text.Json.Serialization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>The stored form of states, facts and effects: contract names, no type names of the program.</summary>
public static class StateJson
{
    /// <summary>Writes a state, compactly; what has its default value is left out.</summary>
    public static string Write(InstanceState state) => JsonSerializer.Serialize(state, StateJsonContext.Default.InstanceState);

    /// <summary>Reads a state.</summary>
    /// <exception cref="JsonException">The text is not a state.</exception>
    public static InstanceState Read(string json) =>
        JsonSerializer.Deserialize(json, StateJsonContext.Default.InstanceState) ?? throw new JsonException("A state is a JSON object.");

    /// <summary>Writes a journal fact.</summary>
    public static string Write(JournalFact fact) => JsonSerializer.Serialize(fact, StateJsonContext.Default.JournalFact);

    /// <summary>Reads a journal fact.</summary>
    /// <exception cref="JsonException">The text is not a fact.</exception>
    public static JournalFact ReadFact(string json) =>
        JsonSerializer.Deserialize(json, StateJsonContext.Default.JournalFact) ?? throw new JsonException("A fact is a JSON object.");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(InstanceState))]
[JsonSerializable(typeof(JournalFact))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
