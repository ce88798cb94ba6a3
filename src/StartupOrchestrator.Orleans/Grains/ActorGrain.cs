using NodaTime;
using Orleans;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Orleans.Hosting;
using StartupOrchestrator.Orleans.Messages;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Driving;

namespace StartupOrchestrator.Orleans.Grains;

/// <summary>
/// Hosts one actor on the host that owns it: the same rules, cache, group commit and storage as in one process. The
/// cluster only sees to it that usually one host does so; the commit's expected version is what makes it safe.
/// </summary>
public abstract class ActorGrain(ActorKind kind, StartupRuntime runtime) : Grain, IActorGrain
{
    private ActorId Id => new(kind, this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<ActorReply> DeliverAsync(ActorRequest request)
    {
        try
        {
            if (request.VirtualNow is { } ticks && runtime.Time is VirtualClock clock)
            {
                clock.AdvanceTo(Instant.FromUnixTimeTicks(ticks));
            }

            return ActorReply.Of(await runtime.Local.DeliverAsync(request.Read(runtime.Shells.Catalog), CancellationToken.None));
        }
        catch (Exception e)
        {
            return ActorReply.Of(e);
        }
    }

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (runtime.Actors as OrleansRuntime)?.Own(Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        (runtime.Actors as OrleansRuntime)?.GiveUp(Id);
        runtime.Local.Evict(Id);
        return Task.CompletedTask;
    }
}
