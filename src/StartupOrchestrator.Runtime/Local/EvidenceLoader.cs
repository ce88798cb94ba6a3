using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>Fetches other actors for a decision; memory will do for the first try, as the commit checks the versions.</summary>
internal sealed class EvidenceLoader(ActorShells shells, IStepStore store, Func<ActorId, ActorCell?> peek)
{
    public async Task<ImmutableDictionary<ActorId, Evidence>> LoadAsync(IEnumerable<ActorId> ids, bool fresh, CancellationToken cancellationToken)
    {
        var evidence = ImmutableDictionary.CreateBuilder<ActorId, Evidence>();
        foreach (var id in ids)
        {
            if (!evidence.ContainsKey(id))
            {
                evidence.Add(id, await LoadAsync(id, fresh, cancellationToken).ConfigureAwait(false));
            }
        }

        return evidence.ToImmutable();
    }

    private async Task<Evidence> LoadAsync(ActorId id, bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh && peek(id)?.Basis is { } known)
        {
            return Of(known.Version, known.State);
        }

        var stored = await store.LoadAsync(id.ToString(), cancellationToken).ConfigureAwait(false);
        return stored is null ? new Evidence(0, null) : Of(stored.Version, shells[id.Kind].Read(stored.State));
    }

    private static Evidence Of(long version, ShellState state) => new(version, state.Exists ? state.Inner : null);
}
