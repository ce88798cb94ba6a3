using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>An activity that is scheduled in the running burst.</summary>
internal sealed class WorkItem
{
    public required GraphNode Node { get; init; }

    public ActivityInstance? Owner { get; init; }

    public ActivityInstance? Existing { get; init; }

    public string? Tag { get; init; }

    public bool Back { get; init; }

    public Dictionary<string, JsonNode?>? Variables { get; init; }
}

/// <summary>Scheduled work, first in, first out.</summary>
internal sealed class WorkQueue
{
    private readonly List<WorkItem> _items = [];
    private int _head;

    public int Count => _items.Count - _head;

    public IEnumerable<WorkItem> Items => _items.Skip(_head);

    public void Add(WorkItem item) => _items.Add(item);

    public bool TryTake(out WorkItem item)
    {
        if (_head == _items.Count)
        {
            item = null!;
            return false;
        }

        item = _items[_head];
        _items[_head++] = null!;
        if (_head > 64 && _head * 2 > _items.Count)
        {
            _items.RemoveRange(0, _head);
            _head = 0;
        }

        return true;
    }

    public void Clear()
    {
        _items.Clear();
        _head = 0;
    }

    /// <summary>Takes back what the activity scheduled, and its own scheduled repetition.</summary>
    public void Withdraw(ActivityInstance instance)
    {
        if (Count == 0) return;
        _items.RemoveRange(0, _head);
        _head = 0;
        _items.RemoveAll(i => i.Owner == instance || i.Existing == instance);
    }

    public bool HasWorkOf(ActivityInstance owner, GraphNode node)
    {
        for (var i = _head; i < _items.Count; i++)
            if (_items[i].Owner == owner && _items[i].Node == node) return true;
        return false;
    }

    /// <summary>Whether work of this activity or of one below it is scheduled.</summary>
    public bool HasWorkBelow(ActivityInstance instance)
    {
        for (var i = _head; i < _items.Count; i++)
        {
            for (var owner = _items[i].Owner; owner is not null; owner = owner.Parent)
                if (owner == instance) return true;
        }

        return false;
    }
}
