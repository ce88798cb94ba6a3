using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>The text form of a command on its way to another actor: <c>{target, key, command, origin, watches}</c>.</summary>
public static class OutgoingCommand
{
    /// <summary>Writes the payload of an outbox row.</summary>
    public static string Write(Tell tell, Origin origin, ContractCatalog catalog)
    {
        var o = new JsonObject
        {
            ["target"] = tell.Target.ToString(),
            ["key"] = tell.Key,
            ["command"] = catalog.Write(tell.Command),
            ["origin"] = JsonSerializer.SerializeToNode(origin, catalog.Options),
        };
        if (!tell.Watches.IsDefaultOrEmpty)
        {
            o["watches"] = JsonSerializer.SerializeToNode(tell.Watches, catalog.Options);
        }

        return o.ToJsonString(catalog.Options);
    }

    /// <summary>Reads it back as the envelope that is sent.</summary>
    public static Envelope Read(string commandId, string payload, ContractCatalog catalog)
    {
        var o = JsonNode.Parse(payload)!.AsObject();
        return new Envelope(
            commandId,
            ActorId.Parse(o["target"]!.GetValue<string>()),
            catalog.Read<Command>(o["command"]!),
            o["origin"].Deserialize<Origin>(catalog.Options)!)
        {
            Watches = o["watches"] is { } watches ? watches.Deserialize<ImmutableArray<FactWatch>>(catalog.Options) : [],
        };
    }
}
