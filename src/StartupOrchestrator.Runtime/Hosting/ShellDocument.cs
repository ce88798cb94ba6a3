using System.Collections.Immutable;
using System.Text.Json;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>The text form of a <see cref="ShellState"/>: <c>{state, innerVersion, subscribers}</c>.</summary>
internal sealed class ShellDocument(IActorType type, ContractCatalog catalog)
{
    public ShellState Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new ShellState(
            root.GetProperty("state").Deserialize(type.StateType, catalog.Options)!,
            root.GetProperty("innerVersion").GetInt64(),
            root.TryGetProperty("subscribers", out var list) ? list.Deserialize<ImmutableArray<Subscriber>>(catalog.Options) : []);
    }

    public string Write(ShellState state)
    {
        using var buffer = new MemoryStream(1024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = catalog.Options.Encoder, SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("innerVersion", state.InnerVersion);
            if (!state.Subscribers.IsEmpty)
            {
                writer.WritePropertyName("subscribers");
                JsonSerializer.Serialize(writer, state.Subscribers, catalog.Options);
            }

            writer.WritePropertyName("state");
            JsonSerializer.Serialize(writer, state.Inner, type.StateType, catalog.Options);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
