using NodaTime;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Server.Features.Rehearsals.Acting;

/// <summary>Acts that are still to come, earliest first; of equal moments, by their key, so that the order never depends on chance.</summary>
internal sealed class Agenda
{
    private readonly SortedSet<Entry> entries = new(Comparer<Entry>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : string.CompareOrdinal(a.Act.Key, b.Act.Key)));

    private readonly Dictionary<string, Dictionary<string, Entry>> byItem = [];

    public int Count => entries.Count;

    public Instant? NextDue => entries.Min?.Due;

    /// <summary>Takes what an item waits for now: acts that it no longer waits for are dropped, known ones keep their moment.</summary>
    public void Update(string item, IReadOnlyList<WorldAct> acts, Func<WorldAct, Instant> when)
    {
        var before = byItem.GetValueOrDefault(item) ?? [];
        var now = new Dictionary<string, Entry>();
        foreach (var act in acts)
        {
            now[act.Key] = before.Remove(act.Key, out var known) ? known : Add(new Entry(when(act), act, item, 0));
        }

        foreach (var gone in before.Values)
        {
            entries.Remove(gone);
        }

        byItem[item] = now;
    }

    /// <summary>Takes off what is due by a moment, in order.</summary>
    public IReadOnlyList<Entry> TakeDue(Instant now)
    {
        var due = entries.TakeWhile(e => e.Due <= now).ToList();
        foreach (var entry in due)
        {
            entries.Remove(entry);
            byItem[entry.Item].Remove(entry.Act.Key);
        }

        return due;
    }

    /// <summary>An act that was not possible is tried again later.</summary>
    public void Postpone(Entry entry, Instant due) => byItem[entry.Item][entry.Act.Key] = Add(entry with { Due = due, Tries = entry.Tries + 1 });

    private Entry Add(Entry entry)
    {
        entries.Add(entry);
        return entry;
    }

    /// <summary>An act with its moment.</summary>
    internal sealed record Entry(Instant Due, WorldAct Act, string Item, int Tries);
}
