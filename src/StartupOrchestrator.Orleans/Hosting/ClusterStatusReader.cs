using Orleans;
using Orleans.Runtime;
using StartupOrchestrator.Orleans.Relays;
using StartupOrchestrator.Runtime.Composition;
using ClusterMember = StartupOrchestrator.Runtime.Composition.ClusterMember;

namespace StartupOrchestrator.Orleans.Hosting;

/// <summary>Who is a member, and who hosts how many actors.</summary>
internal sealed class ClusterStatusReader(IGrainFactory grains, ILocalSiloDetails here)
{
    private const string Ours = "StartupOrchestrator.Orleans.Grains.";

    public async Task<ClusterStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var management = grains.GetGrain<IManagementGrain>(0);
        var hosts = await management.GetDetailedHosts(onlyActive: false, cancellationToken).ConfigureAwait(false);
        var placement = await management.GetSimpleGrainStatistics(cancellationToken).ConfigureAwait(false);
        var members = hosts.OrderBy(h => h.Status != SiloStatus.Active).ThenByDescending(h => h.StartTime).Take(20).Select(h => new ClusterMember(
            h.SiloAddress.ToString(), h.HostName, h.Status.ToString(), new DateTimeOffset(DateTime.SpecifyKind(h.StartTime, DateTimeKind.Utc)),
            new DateTimeOffset(DateTime.SpecifyKind(h.IAmAliveTime, DateTimeKind.Utc)), h.SiloAddress.Equals(here.SiloAddress),
            placement.Where(p => p.SiloAddress.Equals(h.SiloAddress) && p.GrainType.StartsWith(Ours, StringComparison.Ordinal)).Sum(p => p.ActivationCount)));
        var messages = await RelayAsync(RelayGrain.Messages, cancellationToken).ConfigureAwait(false);
        var timers = await RelayAsync(RelayGrain.Timers, cancellationToken).ConfigureAwait(false);
        return new ClusterStatus([.. members], [messages, timers]);
    }

    private async Task<RelayStatus> RelayAsync(string relay, CancellationToken cancellationToken)
    {
        var note = await grains.GetGrain<IRelayGrain>(relay).KeepGoingAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return new RelayStatus(relay, note.Owner, note.Since, note.Looked, note.Carried);
    }
}
