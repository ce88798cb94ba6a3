namespace StartupOrchestrator.Runtime.Composition;

/// <summary>What a cluster says about itself; registered only where there is one.</summary>
public interface IClusterStatus
{
    /// <summary>Members, placement and relays as this host sees them.</summary>
    Task<ClusterStatus> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A cluster.</summary>
/// <param name="Members">Its hosts, living ones first.</param>
/// <param name="Relays">Who looks after messages and timers.</param>
public sealed record ClusterStatus(IReadOnlyList<ClusterMember> Members, IReadOnlyList<RelayStatus> Relays);

/// <summary>A host of the cluster.</summary>
/// <param name="Address">Address and generation.</param>
/// <param name="Machine">Name of its machine.</param>
/// <param name="Status">Active, or how far it is gone.</param>
/// <param name="Since">When it joined (UTC).</param>
/// <param name="Alive">When it last said that it lives (UTC).</param>
/// <param name="Here">It is the one that answers.</param>
/// <param name="Actors">Actors that it owns.</param>
public sealed record ClusterMember(string Address, string Machine, string Status, DateTimeOffset Since, DateTimeOffset Alive, bool Here, int Actors);

/// <summary>A relay.</summary>
/// <param name="Name">messages or timers.</param>
/// <param name="Owner">The host that owns it.</param>
/// <param name="Since">Since when (UTC).</param>
/// <param name="Looked">When it last looked (UTC).</param>
/// <param name="Carried">How many it has carried.</param>
public sealed record RelayStatus(string Name, string Owner, DateTimeOffset Since, DateTimeOffset Looked, long Carried);
