using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>What every turn works with.</summary>
/// <param name="Shells">Rules of all kinds.</param>
/// <param name="Decider">Decides.</param>
/// <param name="Store">Where steps become durable.</param>
/// <param name="Deliveries">Where timers are looked up.</param>
/// <param name="Committer">The queue before the store.</param>
/// <param name="Time">The clock.</param>
/// <param name="Committed">Told after each commit.</param>
internal sealed record TurnParts(
    ActorShells Shells, Decider Decider, IStepStore Store, IDeliveryStore Deliveries, GroupCommitter Committer, TimeProvider Time,
    Action<ActorCell, StepCommit> Committed)
{
    public StepBasis Basis(ActorId id, StoredState? stored)
    {
        var shell = Shells[id.Kind];
        return stored is null ? new StepBasis(0, HashChain.Start, shell.Empty) : new StepBasis(stored.Version, stored.Head, shell.Read(stored.State));
    }
}
