namespace StartupOrchestrator.Workflows.Expressions;

/// <summary>Keeps the scripts that were used last, so that each text is read once. Safe for any number of threads.</summary>
/// <param name="capacity">How many scripts are kept at most.</param>
public sealed class ScriptCache(int capacity)
{
    private readonly int _capacity = capacity > 0 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity));
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Script>> _scripts = new(StringComparer.Ordinal);
    private readonly LinkedList<Script> _byUse = new();

    /// <summary>How many scripts are kept now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _scripts.Count;
            }
        }
    }

    /// <summary>The script of this text, read now if it is not kept.</summary>
    /// <exception cref="ScriptException">As <see cref="Script.Parse"/>; failures are not kept.</exception>
    public Script Get(string source)
    {
        lock (_lock)
        {
            if (_scripts.TryGetValue(source, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return known.Value;
            }
        }

        // Reading happens outside the lock: two threads may read the same new text, and the first one is kept.
        var script = Script.Parse(source);
        lock (_lock)
        {
            if (_scripts.TryGetValue(source, out var earlier))
            {
                return earlier.Value;
            }

            _scripts[source] = _byUse.AddFirst(script);
            if (_scripts.Count > _capacity)
            {
                _scripts.Remove(_byUse.Last!.Value.Source);
                _byUse.RemoveLast();
            }

            return script;
        }
    }
}
