using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>The text form of a command on its way to another actor: <c>{target, key, command, origin}</c>.</summary>
public static class OutgoingCommand
{
    /// <summary>Writes the payload of an outbox row.</summary>
    public static string Write(ActorId target, string key, Command command, Origin origin, ContractCatalog catalog) => new JsonObject
    {
        ["target"] = target.ToString(),
        ["key"] = key,
        ["command"] = catalog.Write(command),
        ["origin"] = JsonSerializer.SerializeToNode(origin, catalog.Options),
    }.ToJsonString(catalog.Options);

    /// <summary>Reads it back as the envelope that is sent.</summary>
    public static Envelope Read(string commandId, string payload, ContractCatalog catalog)
    {
        var o = JsonNode.Parse(payload)!.AsObject();
        return new Envelope(
            commandId,
            ActorId.Parse(o["target"]!.GetValue<string>()),
            catalog.Read<Command>(o["command"]!),
            o["origin"].Deserialize<Origin>(catalog.Options)!);
    }
}
