using System.Text.Json;
using System.Text.Json.Serialization;

namespace StartupOrchestrator.Domain.Persistence.Json;

/// <summary>A value that is one JSON string, as a member and as the key of a dictionary.</summary>
internal class TextConverter<T>(Func<T, string> format, Func<string, T> parse) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : throw new JsonException($"A {typeof(T).Name} is written as text.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(format(value!));

    private T Parse(string text)
    {
        try
        {
            return parse(text);
        }
        catch (Exception e) when (e is FormatException or NodaTime.Text.UnparsableValueException or NodaTime.TimeZones.DateTimeZoneNotFoundException)
        {
            throw new JsonException($"'{text}' is not a {typeof(T).Name}: {e.Message}", e);
        }
    }
}
