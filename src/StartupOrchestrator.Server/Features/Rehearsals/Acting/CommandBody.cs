using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Server.Features.Rehearsals.Acting;

/// <summary>A command as a caller writes it: its type, its fields, personal values as plain text.</summary>
internal static class CommandBody
{
    private static readonly JsonSerializerOptions Options = Create();

    public static JsonObject Of(Command command, string contract, string? reason = null)
    {
        var body = JsonSerializer.SerializeToNode(command, command.GetType(), Options)!.AsObject();
        body.Insert(0, "type", contract);
        if (reason is not null)
        {
            body["reason"] = reason;
        }

        return body;
    }

    private static JsonSerializerOptions Create()
    {
        var options = DomainJson.Create();
        options.Converters.Insert(0, new PlainTextConverter());
        options.MakeReadOnly();
        return options;
    }

    private sealed class PlainTextConverter : JsonConverter<PersonalRef>
    {
        public override PersonalRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!, Hands.Plain);

        public override void Write(Utf8JsonWriter writer, PersonalRef value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
    }
}
