using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StartupOrchestrator.Domain.Persistence.Json;

/// <summary>A member whose declared type is <c>Command</c> or <c>Event</c>: written with its contract's name and version.</summary>
internal sealed class ContractConverter<T>(ContractCatalog catalog) : JsonConverter<T>
    where T : class
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(T);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        catalog.Read<T>(JsonNode.Parse(ref reader) ?? throw new JsonException("A command or event is missing."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => catalog.Write(value).WriteTo(writer, options);
}
