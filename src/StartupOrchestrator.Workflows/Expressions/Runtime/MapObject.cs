using StartupOrchestrator.Workflows.Expressions.Builtins;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>A <c>Map</c>: entries in order of insertion; walks see entries that come while they run.</summary>
internal sealed class MapObject : HeapObject
{
    public const int EntryCost = 128;

    private readonly Dictionary<ScriptValue, int> _index = [];
    private readonly List<(ScriptValue Key, ScriptValue Value, bool IsThere)> _entries = [];

    public override string ClassName => "Map";

    public override Prototype Prototype => Prototypes.Map;

    public int Count => _index.Count;

    public override ScriptValue Get(Machine m, string name) => name == "size" ? Count : base.Get(m, name);

    /// <summary>How many places there are, the empty ones of removed entries included.</summary>
    public int Places => _entries.Count;

    public bool TryGet(ScriptValue key, out ScriptValue value)
    {
        var found = _index.TryGetValue(key, out var at);
        value = found ? _entries[at].Value : default;
        return found;
    }

    public void Set(Machine m, ScriptValue key, ScriptValue value)
    {
        key = key.IsNumber && key.Num == 0 ? 0.0 : key;
        if (_index.TryGetValue(key, out var at))
        {
            _entries[at] = (key, value, true);
            return;
        }

        m.Charge(EntryCost);
        _index.Add(key, _entries.Count);
        _entries.Add((key, value, true));
    }

    public bool Remove(ScriptValue key)
    {
        if (!_index.Remove(key, out var at))
        {
            return false;
        }

        _entries[at] = default;
        return true;
    }

    public void Clear()
    {
        _index.Clear();
        for (var i = 0; i < _entries.Count; i++)
        {
            _entries[i] = default;
        }
    }

    public bool TryAt(int place, out ScriptValue key, out ScriptValue value)
    {
        (key, value, var isThere) = _entries[place];
        return isThere;
    }
}

/// <summary>A <c>Set</c>.</summary>
internal sealed class SetObject : HeapObject
{
    public override string ClassName => "Set";

    public override Prototype Prototype => Prototypes.Set;

    public override ScriptValue Get(Machine m, string name) => name == "size" ? Map.Count : base.Get(m, name);

    public MapObject Map { get; } = new();
}

/// <summary>What a walk over a map gives.</summary>
internal enum MapPart
{
    Keys,
    Values,
    Entries,
}

/// <summary>A walk over a map or a set.</summary>
internal sealed class MapSource(MapObject map, MapPart part) : ValueSource
{
    private int _at;

    public override bool Next(Machine m, out ScriptValue value)
    {
        while (_at < map.Places)
        {
            m.Step();
            if (map.TryAt(_at++, out var key, out var item))
            {
                value = part switch
                {
                    MapPart.Keys => key,
                    MapPart.Values => item,
                    MapPart.Entries => Pair(m, key, item),
                };
                return true;
            }
        }

        _at = int.MaxValue;
        value = default;
        return false;
    }

    public static ScriptValue Pair(Machine m, ScriptValue key, ScriptValue value)
    {
        m.ChargeArray(2);
        return new(new ArrayObject([key, value]));
    }
}

/// <summary>What <c>entries()</c>, <c>keys()</c>, <c>values()</c> and <c>matchAll()</c> return.</summary>
internal sealed class IteratorObject(string className, ValueSource source) : HeapObject
{
    public override string ClassName => className;

    public override Prototype Prototype => Prototypes.Iterator;

    public ValueSource Source { get; } = source;
}
