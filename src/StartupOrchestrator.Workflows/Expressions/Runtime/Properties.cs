using StartupOrchestrator.Workflows.Expressions.Builtins;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>Reading and writing members of any value.</summary>
internal static class Properties
{
    private static readonly string[] Characters = [.. Enumerable.Range(0, 256).Select(i => ((char)i).ToString())];

    public static ScriptValue Get(Machine m, ScriptValue target, ScriptValue key)
    {
        if (key.IsNumber)
        {
            if (target.Ref is ArrayObject array && ArrayIndex.TryFrom(key.Num, out var index))
            {
                return array[index];
            }

            if (target.IsText && ArrayIndex.TryFrom(key.Num, out var at))
            {
                return at < Equality.Length(target) ? Character(m.Flat(target)[(int)at]) : default;
            }
        }

        if (target.IsNullish)
        {
            throw Errors.Type($"Cannot read properties of {target.ToText()} (reading '{Conversions.ToFlatText(m, key)}')");
        }

        return Get(m, target, Conversions.ToKey(m, key));
    }

    public static ScriptValue Get(Machine m, ScriptValue target, string name)
    {
        switch (target.Ref)
        {
            case HeapObject heap:
                return heap.Get(m, name);
            case string or Rope:
                return GetOfText(m, target, name);
            case Tag tag when tag.Type == ScriptType.Number:
                return Prototypes.Number.Get(name);
            case Tag tag when tag.Type == ScriptType.Boolean:
                return Prototypes.Boolean.Get(name);
            default:
                throw Errors.Type($"Cannot read properties of {target.ToText()} (reading '{name}')");
        }
    }

    public static void Set(Machine m, ScriptValue target, ScriptValue key, ScriptValue value)
    {
        if (target.Ref is ArrayObject { IsFrozen: false } array && key.IsNumber && ArrayIndex.TryFrom(key.Num, out var index))
        {
            array.Set(m, index, value);
        }
        else if (target.IsNullish)
        {
            throw Errors.Type($"Cannot set properties of {target.ToText()} (setting '{Conversions.ToFlatText(m, key)}')");
        }
        else
        {
            // Members of strings, numbers and booleans are lost silently, as in scripts that are not strict.
            (target.Ref as HeapObject)?.Set(m, Conversions.ToKey(m, key), value);
        }
    }

    public static bool Delete(Machine m, ScriptValue target, ScriptValue key)
    {
        if (target.IsNullish)
        {
            throw Errors.Type("Cannot convert undefined or null to object");
        }

        var name = Conversions.ToKey(m, key);
        if (target.Ref is not HeapObject heap)
        {
            throw Errors.Unsupported("'delete' is possible only for members of objects and arrays.");
        }

        var isFixed = heap.IsFrozen && heap.TryGet(name, out _);
        if (isFixed || (heap is ArrayObject && name == "length"))
        {
            return false;
        }

        heap.Delete(name);
        return true;
    }

    /// <summary><c>key in target</c></summary>
    public static bool In(Machine m, ScriptValue key, ScriptValue target)
    {
        if (target.Ref is not HeapObject heap)
        {
            throw Errors.Type($"Cannot use 'in' operator to search for '{Conversions.ToFlatText(m, key)}' in {Conversions.ToFlatText(m, target)}");
        }

        if (heap is not (PlainObject or ArrayObject))
        {
            throw Errors.Unsupported("'in' is available for plain objects and arrays only.");
        }

        var name = Conversions.ToKey(m, key);
        return heap.TryGet(name, out _) || (heap is ArrayObject && name == "length") || heap.Prototype.Has(name);
    }

    /// <summary>An own enumerable member of any value.</summary>
    public static bool TryGetOwn(Machine m, ScriptValue target, string key, out ScriptValue value)
    {
        if (target.Ref is HeapObject heap)
        {
            return heap.TryGet(key, out value);
        }

        value = target.IsText && ArrayIndex.TryParse(key, out var index) && index < Equality.Length(target)
            ? Character(m.Flat(target)[(int)index])
            : default;
        return !value.IsUndefined;
    }

    /// <summary>The own enumerable keys of any value, paid for.</summary>
    public static IReadOnlyList<string> EnumerableKeys(Machine m, ScriptValue target)
    {
        if (target.Ref is HeapObject heap)
        {
            m.ChargeArray(heap.KeyCount);
            m.Charge(heap is ArrayObject ? heap.KeyCount * 40L : 0);
            m.Steps(heap.KeyCount * 2L);
            return heap.Keys();
        }

        if (!target.IsText)
        {
            return [];
        }

        var length = Equality.Length(target);
        m.ChargeArray(length);
        m.Charge(length * 40L);
        m.Steps(length);
        return [.. Enumerable.Range(0, length).Select(i => NumberText.Of(i))];
    }

    /// <summary>A string of one UTF-16 unit.</summary>
    public static ScriptValue Character(char c) => c < Characters.Length ? Characters[c] : c.ToString();

    private static ScriptValue GetOfText(Machine m, ScriptValue target, string name)
    {
        if (name == "length")
        {
            return Equality.Length(target);
        }

        if (ArrayIndex.TryParse(name, out var index))
        {
            return index < Equality.Length(target) ? Character(m.Flat(target)[(int)index]) : default;
        }

        return Prototypes.Text.Get(name);
    }
}
