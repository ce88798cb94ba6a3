using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

/// <summary>Messages that wait, in order of arrival, and the undeliverable ones.</summary>
internal sealed class MemoryOutbox
{
    private readonly SortedDictionary<long, PendingMessage> waiting = [];
    private readonly Dictionary<string, long> positions = [];
    private readonly Dictionary<(string Source, string Target), SortedDictionary<long, long>> pairs = [];
    private readonly SortedDictionary<long, PendingMessage> undeliverable = [];
    private long next;

    public IEnumerable<PendingMessage> Undeliverable => undeliverable.Values;

    public void Add(string source, OutboxRow row)
    {
        if (!positions.ContainsKey(row.Id))
        {
            Insert(++next, new PendingMessage(row.Id, source, row.Target, row.Sequence, row.Payload, row.Due, 0, null));
        }
    }

    public void Remove(string id)
    {
        if (positions.Remove(id, out var position))
        {
            if (waiting.Remove(position, out var message))
            {
                Unpair(message);
            }

            undeliverable.Remove(position);
        }
    }

    public List<PendingMessage> Take(Instant now, Duration lease, int limit)
    {
        var heads = waiting.Where(w => w.Value.Due <= now && IsHead(w.Key, w.Value)).Take(limit).ToList();
        foreach (var (position, message) in heads)
        {
            waiting[position] = lease > Duration.Zero ? message with { Due = now + lease } : message;
        }

        return [.. heads.Select(h => h.Value)];
    }

    public IEnumerable<PendingMessage> Pair(string source, string target) =>
        pairs.TryGetValue((source, target), out var pair) ? pair.Values.Select(p => waiting[p]) : [];

    public void Postpone(string id, Instant due, string error, bool giveUp)
    {
        if (positions.TryGetValue(id, out var position) && waiting.TryGetValue(position, out var message))
        {
            var later = message with { Due = due, Error = error, Attempts = message.Attempts + 1 };
            if (giveUp)
            {
                waiting.Remove(position);
                Unpair(message);
                undeliverable[position] = later;
            }
            else
            {
                waiting[position] = later;
            }
        }
    }

    public void Revive(string id, Instant due)
    {
        if (positions.TryGetValue(id, out var position) && undeliverable.Remove(position, out var message))
        {
            Insert(position, message with { Due = due, Attempts = 0 });
        }
    }

    public Instant? NextDue() => waiting.Where(w => IsHead(w.Key, w.Value)).Select(w => (Instant?)w.Value.Due).Min();

    private bool IsHead(long position, PendingMessage message) => pairs[(message.Source, message.Target)].First().Value == position;

    private void Insert(long position, PendingMessage message)
    {
        waiting[position] = message;
        positions[message.Id] = position;
        if (!pairs.TryGetValue((message.Source, message.Target), out var pair))
        {
            pairs[(message.Source, message.Target)] = pair = [];
        }

        pair[message.Sequence] = position;
    }

    private void Unpair(PendingMessage message)
    {
        var key = (message.Source, message.Target);
        pairs[key].Remove(message.Sequence);
        if (pairs[key].Count == 0)
        {
            pairs.Remove(key);
        }
    }
}
