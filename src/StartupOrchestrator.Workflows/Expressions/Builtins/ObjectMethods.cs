using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Methods of every value, and the functions of <c>Object</c>.</summary>
internal static class ObjectMethods
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["hasOwnProperty"] = (m, self, a) => HasOwn(m, self, Conversions.ToKey(m, a.At(0))),
        ["propertyIsEnumerable"] = (m, self, a) => Properties.TryGetOwn(m, self, Conversions.ToKey(m, a.At(0)), out _),
        ["toString"] = (m, self, a) => $"[object {(self.Ref as HeapObject)?.ClassName ?? "Object"}]",
        ["valueOf"] = (m, self, a) => self,
    };

    public static readonly Dictionary<string, NativeCode> Statics = new()
    {
        ["keys"] = (m, self, a) => List(m, a.At(0), (key, value) => key),
        ["values"] = (m, self, a) => List(m, a.At(0), (key, value) => value),
        ["entries"] = (m, self, a) => List(m, a.At(0), (key, value) => MapSource.Pair(m, key, value)),
        ["assign"] = Assign,
        ["fromEntries"] = FromEntries,
        ["freeze"] = Freeze,
        ["isFrozen"] = (m, self, a) => a.At(0).Ref is not HeapObject heap || heap.IsFrozen,
        ["hasOwn"] = (m, self, a) => HasOwn(m, NotNull(a.At(0)), Conversions.ToKey(m, a.At(1))),
        ["is"] = (m, self, a) => Is(m, a.At(0), a.At(1)),
        ["getOwnPropertyNames"] = OwnNames,
    };

    public static ScriptValue Construct(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        if (!a.At(0).IsNullish)
        {
            return a.At(0).IsObject ? a.At(0) : throw Errors.Unsupported("Objects around strings, numbers and booleans are not available.");
        }

        m.Charge(PlainObject.EmptyCost);
        return ScriptValue.NewObject();
    }

    private static ScriptValue NotNull(ScriptValue value) =>
        value.IsNullish ? throw Errors.Type("Cannot convert undefined or null to object") : value;

    private static bool HasOwn(Machine m, ScriptValue target, string key) =>
        Properties.TryGetOwn(m, target, key, out _) || (key == "length" && (target.IsText || target.IsArray));

    private static ScriptValue List(Machine m, ScriptValue target, Func<string, ScriptValue, ScriptValue> pick)
    {
        var keys = Properties.EnumerableKeys(m, NotNull(target));
        m.ChargeArray(keys.Count);
        var items = new ScriptValue[keys.Count];
        for (var i = 0; i < items.Length; i++)
        {
            m.Step();
            Properties.TryGetOwn(m, target, keys[i], out var value);
            items[i] = pick(keys[i], value);
        }

        return new(new ArrayObject(items));
    }

    private static ScriptValue OwnNames(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        if (a.At(0).Ref is not PlainObject)
        {
            throw Errors.Unsupported("'Object.getOwnPropertyNames' takes plain objects; use 'Object.keys'.");
        }

        return List(m, a.At(0), (key, value) => key);
    }

    private static ScriptValue Assign(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var target = NotNull(a.At(0));
        if (target.Ref is not HeapObject { IsFrozen: false } heap)
        {
            throw Errors.Unsupported("'Object.assign' takes an object that may change as its first argument.");
        }

        foreach (var source in a[1..])
        {
            foreach (var key in Properties.EnumerableKeys(m, source))
            {
                m.Step();
                if (Properties.TryGetOwn(m, source, key, out var value))
                {
                    heap.Set(m, key, value);
                }
            }
        }

        return target;
    }

    private static ScriptValue FromEntries(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        m.Charge(PlainObject.EmptyCost);
        var result = new PlainObject();
        var entries = Iteration.Open(m, a.At(0));
        while (entries.Next(m, out var entry))
        {
            m.Step();
            if (!entry.IsObject)
            {
                throw Errors.Type($"Iterator value {Methods.Show(m, entry)} is not an entry object");
            }

            var key = Conversions.ToKey(m, Properties.Get(m, entry, "0"));
            m.Charge(PlainObject.MemberCost);
            result.Set(key, Properties.Get(m, entry, "1"));
        }

        return new(result);
    }

    private static ScriptValue Freeze(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        switch (a.At(0).Ref)
        {
            case PlainObject or ArrayObject:
                ((HeapObject)a.At(0).Ref!).IsFrozen = true;
                break;
            case HeapObject:
                throw Errors.Unsupported("'Object.freeze' takes plain objects and arrays.");
        }

        return a.At(0);
    }

    private static bool Is(Machine m, ScriptValue x, ScriptValue y) => x.IsNumber && y.IsNumber
        ? (double.IsNaN(x.Num) && double.IsNaN(y.Num)) || (x.Num == y.Num && double.IsNegative(x.Num) == double.IsNegative(y.Num))
        : Equality.Strict(m, x, y);
}
