using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Hosting;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>
/// One actor in memory: lets one decision in at a time and remembers what was last committed. It is a cache; another
/// process may have moved the actor on, which the commit finds out.
/// </summary>
internal sealed class ActorCell(ActorId id)
{
    private readonly Lock sync = new();
    private HashSet<string>? settled;

    public ActorId Id { get; } = id;

    /// <summary>Held by the one decision in progress.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>What was last committed as far as this process knows; null when it has to be loaded.</summary>
    public StepBasis? Basis { get; private set; }

    public int Users { get; set; }

    public bool Retired { get; set; }

    public long LastUsed { get; set; }

    public void Loaded(StepBasis basis)
    {
        Basis = basis;
        lock (sync)
        {
            // A new actor has sent nothing yet, so nothing older than its next message can be waiting.
            settled = basis.Version == 0 ? null : [];
        }
    }

    public void Committed(StepBasis basis) => Basis = basis;

    public void Forget() => Basis = null;

    /// <summary>Whether all earlier messages to the target are known to have arrived.</summary>
    public bool IsSettled(string target)
    {
        lock (sync)
        {
            return settled is null || settled.Contains(target);
        }
    }

    public void Settle(string target)
    {
        lock (sync)
        {
            settled?.Add(target);
        }
    }

    public void Unsettle(string target)
    {
        lock (sync)
        {
            settled ??= [];
            settled.Remove(target);
        }
    }
}
