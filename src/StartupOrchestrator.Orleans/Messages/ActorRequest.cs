using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Orleans;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Hosting;

namespace StartupOrchestrator.Orleans.Messages;

/// <summary>
/// A delivery on its way to the host that owns its actor. Within a host it is handed over as it is; between hosts it is
/// the text that outbox and journal use, without type names, so that hosts of two releases understand each other.
/// </summary>
[GenerateSerializer, Immutable, Alias("startup.actor-request")]
public sealed class ActorRequest
{
    [NonSerialized]
    private readonly Delivery? local;

    [NonSerialized]
    private readonly ContractCatalog? catalog;

    [NonSerialized]
    private string? text;

    /// <summary>For the serializer.</summary>
    public ActorRequest()
    {
    }

    /// <summary>Wraps a delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="catalog">Names of commands.</param>
    /// <param name="virtualNow">What the sender's clock shows, where it is virtual.</param>
    public ActorRequest(Delivery delivery, ContractCatalog catalog, Instant? virtualNow = null)
    {
        VirtualNow = virtualNow?.ToUnixTimeTicks();
        local = delivery;
        this.catalog = catalog;
    }

    /// <summary>The text form; written only when the request leaves this host.</summary>
    [Id(0)]
    public string Text
    {
        get => text ??= Write(local!, catalog!);
        set => text = value;
    }

    /// <summary>Ticks since 1970 of the sender's virtual clock; null on the machine's clock. Virtual clocks of a dry run's hosts follow it.</summary>
    [Id(1)]
    public long? VirtualNow { get; set; }

    /// <summary>The delivery.</summary>
    public Delivery Read(ContractCatalog known) => local ?? Parse(text!, known);

    private static string Write(Delivery delivery, ContractCatalog catalog)
    {
        var envelope = delivery.Envelope;
        var o = new JsonObject
        {
            ["id"] = envelope.CommandId,
            ["target"] = envelope.Target.ToString(),
            ["command"] = catalog.Write(envelope.Command),
            ["origin"] = JsonSerializer.SerializeToNode(envelope.Origin, catalog.Options),
        };
        if (!envelope.Personal.IsDefaultOrEmpty)
        {
            o["personal"] = JsonSerializer.SerializeToNode(envelope.Personal, catalog.Options);
        }

        if (!envelope.Watches.IsDefaultOrEmpty)
        {
            o["watches"] = JsonSerializer.SerializeToNode(envelope.Watches, catalog.Options);
        }

        if (envelope.ExpectedVersion is { } expected)
        {
            o["expected"] = expected;
        }

        if (delivery.OutboxId is { } outbox)
        {
            o["outbox"] = outbox;
        }

        if (delivery.Timer is { } timer)
        {
            o["timer"] = timer.Key;
            o["generation"] = timer.Generation;
        }

        return o.ToJsonString(catalog.Options);
    }

    private static Delivery Parse(string text, ContractCatalog catalog)
    {
        var o = JsonNode.Parse(text)!.AsObject();
        var envelope = new Envelope(
            o["id"]!.GetValue<string>(), ActorId.Parse(o["target"]!.GetValue<string>()), catalog.Read<Command>(o["command"]!), o["origin"].Deserialize<Origin>(catalog.Options)!)
        {
            Personal = o["personal"] is { } personal ? personal.Deserialize<ImmutableArray<SealedValue>>(catalog.Options) : [],
            ExpectedVersion = o["expected"]?.GetValue<long>(),
            Watches = o["watches"] is { } watches ? watches.Deserialize<ImmutableArray<FactWatch>>(catalog.Options) : [],
        };
        return new Delivery(envelope, o["outbox"]?.GetValue<string>(), o["timer"] is { } timer ? new FiredTimer(timer.GetValue<string>(), o["generation"]!.GetValue<long>()) : null);
    }
}
