namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>An object with own members in order of insertion; keys that are array indices come first, ascending, as in JavaScript.</summary>
internal sealed class PlainObject : HeapObject
{
    /// <summary>What an empty object counts against the budget, in bytes.</summary>
    public const int EmptyCost = 64;

    /// <summary>What one member more counts at most, its share of doubling and of the index included.</summary>
    public const int MemberCost = 96;

    private const int IndexFrom = 9;

    private string?[] _keys = [];
    private ScriptValue[] _values = [];
    private Dictionary<string, int>? _index;
    private int _used;
    private bool _hasIndexKeys;

    public int Count { get; private set; }

    /// <summary>What the object is as a text when the host gave it; null for one that a script made.</summary>
    public string? HostText { get; init; }

    public override bool TryGet(string key, out ScriptValue value)
    {
        var at = Find(key);
        if (at < 0)
        {
            value = default;
            return false;
        }

        value = _values[at];
        return true;
    }

    public override int KeyCount => Count;

    public override void Set(Machine m, string name, ScriptValue value)
    {
        if (IsFrozen)
        {
            return;
        }

        if (Has(name))
        {
            Set(name, value);
            return;
        }

        if (name == "__proto__")
        {
            throw Errors.Unsupported("'__proto__' is not available.");
        }

        m.Charge(MemberCost);
        Set(name, value);
    }

    public override void Delete(string name) => Remove(name);

    public override string ToText(Machine m) => Conversions.ToText(m, ToPrimitive(m, preferText: true)).ToText();

    public override ScriptValue ToPrimitive(Machine m, bool preferText)
    {
        foreach (var name in preferText ? new[] { "toString", "valueOf" } : ["valueOf", "toString"])
        {
            if (!TryGet(name, out var own))
            {
                if (name == "toString")
                {
                    return HostText ?? "[object Object]";
                }

                continue;
            }

            if (own.Ref is FunctionObject function)
            {
                var result = function.Call(m, new(this), []);
                if (!result.IsObject)
                {
                    return result;
                }
            }
        }

        throw Errors.Type("Cannot convert object to primitive value");
    }

    public bool Has(string key) => Find(key) >= 0;

    public void Set(string key, ScriptValue value)
    {
        var at = Find(key);
        if (at >= 0)
        {
            _values[at] = value;
            return;
        }

        if (_used == _keys.Length)
        {
            Compact(Math.Max(4, Count * 2));
        }

        _hasIndexKeys = _hasIndexKeys || ArrayIndex.IsIndex(key);
        (_keys[_used], _values[_used]) = (key, value);
        _index?.Add(key, _used);
        _used++;
        Count++;
        if (_index is null && _used >= IndexFrom)
        {
            BuildIndex();
        }
    }

    /// <summary>Removes a member; its place stays empty until the next growth, so that removing many stays cheap.</summary>
    public void Remove(string key)
    {
        var at = Find(key);
        if (at < 0)
        {
            return;
        }

        Count--;
        _keys[at] = null;
        _values[at] = default;
        _index?.Remove(key);
    }

    public override IReadOnlyList<string> Keys()
    {
        var keys = new List<string>(Count);
        for (var i = 0; i < _used; i++)
        {
            if (_keys[i] is { } key)
            {
                keys.Add(key);
            }
        }

        return _hasIndexKeys
            ? [.. keys.Where(ArrayIndex.IsIndex).OrderBy(ArrayIndex.Parse), .. keys.Where(key => !ArrayIndex.IsIndex(key))]
            : keys;
    }

    private int Find(string key)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(key, out var at) ? at : -1;
        }

        for (var i = 0; i < _used; i++)
        {
            if (ReferenceEquals(_keys[i], key))
            {
                return i;
            }
        }

        for (var i = 0; i < _used; i++)
        {
            if (_keys[i] == key)
            {
                return i;
            }
        }

        return -1;
    }

    private void Compact(int capacity)
    {
        var (keys, values, used) = (new string?[capacity], new ScriptValue[capacity], 0);
        for (var i = 0; i < _used; i++)
        {
            if (_keys[i] is not null)
            {
                (keys[used], values[used]) = (_keys[i], _values[i]);
                used++;
            }
        }

        var hadGaps = used != _used;
        (_keys, _values, _used) = (keys, values, used);
        if (hadGaps && _index is not null)
        {
            BuildIndex();
        }
    }

    private void BuildIndex()
    {
        _index = new Dictionary<string, int>(_used * 2, StringComparer.Ordinal);
        for (var i = 0; i < _used; i++)
        {
            if (_keys[i] is { } key)
            {
                _index[key] = i;
            }
        }
    }
}
