using System.Collections.Frozen;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>The shells of all kinds that this host knows.</summary>
public sealed class ActorShells
{
    private readonly FrozenDictionary<ActorKind, ActorShell> shells;

    /// <summary>Wraps the actor types.</summary>
    /// <exception cref="ArgumentException">Two types are of one kind.</exception>
    public ActorShells(IEnumerable<IActorType> types, ContractCatalog catalog)
    {
        Catalog = catalog;
        shells = types.ToFrozenDictionary(t => t.Kind, t => new ActorShell(t, catalog));
    }

    /// <summary>Names of commands and events.</summary>
    public ContractCatalog Catalog { get; }

    /// <summary>The shell of a kind.</summary>
    /// <exception cref="InvalidOperationException">No actor type of that kind was registered.</exception>
    public ActorShell this[ActorKind kind] => shells.TryGetValue(kind, out var shell)
        ? shell
        : throw new InvalidOperationException($"No actor type of kind {kind} is registered in this host: add it to the list of actor types.");

    /// <summary>Whether the kind is known.</summary>
    public bool Knows(ActorKind kind) => shells.ContainsKey(kind);
}
