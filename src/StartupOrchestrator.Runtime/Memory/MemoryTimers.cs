using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

/// <summary>Timers by stream and key, and in the order in which they are due.</summary>
internal sealed class MemoryTimers
{
    private readonly Dictionary<(string Stream, string Key), (TimerRow Row, Instant Taken)> rows = [];
    private readonly SortedSet<(Instant Due, string Stream, string Key)> order = new(Comparer<(Instant Due, string Stream, string Key)>.Create((a, b) =>
        a.Due != b.Due ? a.Due.CompareTo(b.Due)
        : a.Stream != b.Stream ? string.CompareOrdinal(a.Stream, b.Stream)
        : string.CompareOrdinal(a.Key, b.Key)));

    public void Set(string stream, TimerRow row)
    {
        Clear(stream, row.Key);
        rows[(stream, row.Key)] = (row, Instant.MinValue);
        order.Add((row.Due, stream, row.Key));
    }

    public void Clear(string stream, string key)
    {
        if (rows.Remove((stream, key), out var old))
        {
            order.Remove((old.Row.Due, stream, key));
        }
    }

    public TimerRow? Find(string stream, string key) => rows.TryGetValue((stream, key), out var row) ? row.Row : null;

    public List<DueTimer> Take(Instant now, Duration lease, int limit)
    {
        var taken = new List<DueTimer>();
        foreach (var (due, stream, key) in order)
        {
            if (due > now || taken.Count == limit)
            {
                break;
            }

            var (row, until) = rows[(stream, key)];
            if (until <= now)
            {
                rows[(stream, key)] = (row, lease > Duration.Zero ? now + lease : until);
                taken.Add(new DueTimer(stream, row));
            }
        }

        return taken;
    }

    public Instant? NextDue() => order.Count == 0 ? null : order.Min.Due;
}
