using Orleans;
using Orleans.CodeGeneration;

namespace StartupOrchestrator.Orleans.Relays;

/// <summary>The one owner, in the whole cluster, of looking after waiting messages or after timers; the key says which.</summary>
[Alias("startup.relay"), Version(1)]
public interface IRelayGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that the owner lives. Every host asks now and then, so that a dead owner is followed soon.</summary>
    Task<RelayNote> KeepGoingAsync();
}

/// <summary>What a relay notes for itself; it is no record, and losing it does no harm.</summary>
[GenerateSerializer, Alias("startup.relay-note")]
public sealed class RelayNote
{
    /// <summary>The host that owns it.</summary>
    [Id(0)]
    public string Owner { get; set; } = "";

    /// <summary>Since when (UTC).</summary>
    [Id(1)]
    public DateTimeOffset Since { get; set; }

    /// <summary>When it last looked (UTC).</summary>
    [Id(2)]
    public DateTimeOffset Looked { get; set; }

    /// <summary>How many it has carried, by all owners.</summary>
    [Id(3)]
    public long Carried { get; set; }
}
