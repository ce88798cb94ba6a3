using System.Collections.Concurrent;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>The actors in memory. Idle ones leave; a cell that is in use never does.</summary>
internal sealed class ActorCells(TimeProvider time, RuntimeOptions options)
{
    private readonly ConcurrentDictionary<ActorId, ActorCell> cells = new();
    private int rents;

    public int Count => cells.Count;

    public ActorCell Rent(ActorId id)
    {
        if ((Interlocked.Increment(ref rents) & 0x3FFF) == 0)
        {
            Sweep();
        }

        while (true)
        {
            var cell = cells.GetOrAdd(id, static key => new ActorCell(key));
            lock (cell)
            {
                if (!cell.Retired)
                {
                    cell.Users++;
                    return cell;
                }
            }
        }
    }

    public void Return(ActorCell cell)
    {
        lock (cell)
        {
            cell.Users--;
            cell.LastUsed = time.GetTimestamp();
        }
    }

    /// <summary>A cell only if the actor is in memory; not rented.</summary>
    public ActorCell? Peek(ActorId id) => cells.GetValueOrDefault(id);

    public void Evict(ActorId id)
    {
        if (Peek(id) is { } cell)
        {
            lock (cell)
            {
                Retire(id, cell, cell.Users == 0);
            }
        }
    }

    public void Sweep()
    {
        var crowded = cells.Count > options.MaxActors;
        var now = time.GetTimestamp();
        foreach (var (id, cell) in cells)
        {
            lock (cell)
            {
                Retire(id, cell, cell.Users == 0 && (crowded || time.GetElapsedTime(cell.LastUsed, now) > options.IdleAfter.ToTimeSpan()));
            }
        }
    }

    private void Retire(ActorId id, ActorCell cell, bool idle)
    {
        if (idle)
        {
            cell.Retired = true;
            cells.TryRemove(new KeyValuePair<ActorId, ActorCell>(id, cell));
        }
    }
}
