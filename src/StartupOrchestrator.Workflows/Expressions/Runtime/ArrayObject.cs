using StartupOrchestrator.Workflows.Expressions.Builtins;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>An array; indices never set are holes.</summary>
internal class ArrayObject : HeapObject
{
    private ScriptValue[] _items;

    public ArrayObject(ScriptValue[] items)
    {
        _items = items;
        Count = items.Length;
    }

    public override string ClassName => "Array";

    public override Prototype Prototype => Prototypes.Array;

    public override int KeyCount => Count;

    public int Count { get; private set; }

    public static ScriptValue Hole => new(Tag.Hole);

    public Span<ScriptValue> Span => _items.AsSpan(0, Count);

    /// <summary>The item, <c>undefined</c> for a hole or beyond the end.</summary>
    public ScriptValue this[long index]
    {
        get
        {
            if ((ulong)index >= (ulong)Count)
            {
                return default;
            }

            var item = _items[index];
            return ReferenceEquals(item.Ref, Tag.Hole) ? default : item;
        }
    }

    public bool Has(long index) => (ulong)index < (ulong)Count && !ReferenceEquals(_items[index].Ref, Tag.Hole);

    public void Add(Machine m, ScriptValue value)
    {
        EnsureCapacity(m, Count + 1L);
        _items[Count++] = value;
    }

    public void Set(Machine m, long index, ScriptValue value)
    {
        if (index >= Count)
        {
            SetLength(m, index + 1);
        }

        _items[index] = value;
    }

    public void SetLength(Machine m, long length)
    {
        EnsureCapacity(m, length);
        if (length < Count)
        {
            Array.Clear(_items, (int)length, Count - (int)length);
        }
        else
        {
            m.Steps((length - Count) >> 3);
            Array.Fill(_items, Hole, Count, (int)length - Count);
        }

        Count = (int)length;
    }

    public void Replace(ScriptValue[] items)
    {
        _items = items;
        Count = items.Length;
    }

    public void Delete(long index)
    {
        if (index < Count)
        {
            _items[index] = Hole;
        }
    }

    public List<ScriptValue> ToList()
    {
        var list = new List<ScriptValue>(Count);
        for (var i = 0; i < Count; i++)
        {
            list.Add(this[i]);
        }

        return list;
    }

    public override IReadOnlyList<string> Keys()
    {
        var keys = new List<string>(Count);
        for (var i = 0; i < Count; i++)
        {
            if (Has(i))
            {
                keys.Add(NumberText.Of(i));
            }
        }

        return keys;
    }

    public override bool TryGet(string key, out ScriptValue value)
    {
        var found = ArrayIndex.TryParse(key, out var index) && Has(index);
        value = found ? this[index] : default;
        return found;
    }

    public override ScriptValue Get(Machine m, string name)
    {
        if (name == "length")
        {
            return Count;
        }

        return ArrayIndex.TryParse(name, out var index) ? this[index] : Prototype.Get(name);
    }

    public override void Set(Machine m, string name, ScriptValue value)
    {
        if (IsFrozen)
        {
            return;
        }

        if (ArrayIndex.TryParse(name, out var index))
        {
            Set(m, index, value);
        }
        else if (name == "length")
        {
            var length = Conversions.ToNumber(m, value);
            SetLength(m, length is >= 0 and <= uint.MaxValue && Math.Truncate(length) == length ? (long)length : throw Errors.Range("Invalid array length"));
        }
        else
        {
            throw Errors.Unsupported($"An array takes no member '{name}'; use an object.");
        }
    }

    public override void Delete(string name)
    {
        if (ArrayIndex.TryParse(name, out var index))
        {
            Delete(index);
        }
    }

    public override string ToText(Machine m) => Builtins.ArrayText.Join(m, this, ",").ToText();

    private void EnsureCapacity(Machine m, long length)
    {
        if (length <= _items.Length)
        {
            return;
        }

        var capacity = Math.Max(length, Math.Min(Math.Max(4, _items.Length * 2L), Limits.ArrayLength));
        m.ChargeArray(capacity);
        Array.Resize(ref _items, (int)capacity);
    }
}
