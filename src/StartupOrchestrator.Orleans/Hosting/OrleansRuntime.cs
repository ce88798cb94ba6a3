using System.Collections.Concurrent;
using Orleans;
using Orleans.Runtime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Orleans.Grains;
using StartupOrchestrator.Orleans.Messages;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Driving;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Local;

namespace StartupOrchestrator.Orleans.Hosting;

/// <summary>
/// The door to actors that a cluster hosts: each command goes to the host that owns its actor. When that host does not
/// answer, whether it took effect is unknown; the same command is then decided here, where it either takes effect for
/// the first time or finds its answer. Two hosts deciding at once is safe: the commit's expected version lets one win.
/// </summary>
public sealed class OrleansRuntime(Func<IGrainFactory> grains, LocalRuntime local, ContractCatalog catalog, TimeProvider time) : IActorHost
{
    private readonly ConcurrentDictionary<ActorId, bool> owned = new();
    private long elsewhere;

    /// <summary>How often an owner did not answer and the command was decided here.</summary>
    public long DecidedForOwner => Interlocked.Read(ref elsewhere);

    /// <summary>The cluster has placed the actor on this host: commands for it that begin here need no way through the cluster.</summary>
    internal void Own(ActorId id) => owned[id] = true;

    /// <summary>The cluster has taken it away.</summary>
    internal void GiveUp(ActorId id) => owned.TryRemove(id, out _);

    /// <inheritdoc/>
    public Task<CommandResult> SendAsync(Envelope envelope, CancellationToken cancellationToken) => DeliverAsync(new Delivery(envelope), cancellationToken);

    /// <inheritdoc/>
    public Task<ActorSnapshot?> ReadAsync(ActorId id, CancellationToken cancellationToken) => local.ReadAsync(id, cancellationToken);

    /// <inheritdoc/>
    public async Task<CommandResult> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (owned.ContainsKey(delivery.Envelope.Target))
        {
            return await local.DeliverAsync(delivery, cancellationToken).ConfigureAwait(false);
        }

        ActorReply reply;
        try
        {
            reply = await grains().Of(delivery.Envelope.Target).DeliverAsync(new ActorRequest(delivery, catalog, (time as VirtualClock)?.Now)).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException or ObjectDisposedException)
        {
            Interlocked.Increment(ref elsewhere);
            return await local.DeliverAsync(delivery, cancellationToken).ConfigureAwait(false);
        }

        return reply.Read();
    }
}
