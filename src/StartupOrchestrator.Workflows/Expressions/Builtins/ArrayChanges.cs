using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Array methods that change the array.</summary>
internal static class ArrayChanges
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["push"] = Push,
        ["pop"] = Pop,
        ["shift"] = Shift,
        ["unshift"] = Unshift,
        ["splice"] = Splice,
        ["reverse"] = (m, self, a) => Reverse(Open(m, self)),
        ["sort"] = (m, self, a) => ArraySort.Sort(m, Open(m, self), a.At(0)),
        ["fill"] = Fill,
        ["copyWithin"] = CopyWithin,
    };

    public static ScriptValue Reverse(ArrayObject array)
    {
        array.Span.Reverse();
        return new(array);
    }

    public static ScriptValue Splice(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = Open(m, self);
        var start = Methods.Relative(a.Integer(m, 0), array.Count);
        var removed = a.Length switch
        {
            0 => 0,
            1 => array.Count - start,
            _ => (int)Math.Clamp(a.Integer(m, 1), 0, array.Count - start),
        };
        var added = a.Length > 2 ? a[2..] : [];
        m.ChargeArray(removed);
        var taken = array.Span.Slice(start, removed).ToArray();
        Replace(m, array, start, removed, added);
        return new(new ArrayObject(taken));
    }

    // A frozen array refuses changes by its methods loudly, unlike plain assignments.
    private static ArrayObject Open(Machine m, ScriptValue self)
    {
        var array = ArrayAccess.Of(self);
        m.Steps(array.Count >> 3);
        return array.IsFrozen ? throw Errors.Type("Cannot change an array that is frozen") : array;
    }

    private static void Replace(Machine m, ArrayObject array, int start, int removed, ReadOnlySpan<ScriptValue> added)
    {
        var tail = array.Count - start - removed;
        var before = array.Count;
        var after = before - removed + added.Length;
        if (after > before)
        {
            array.SetLength(m, after);
        }

        array.Span.Slice(start + removed, tail).CopyTo(array.Span.Slice(start + added.Length, tail));
        added.CopyTo(array.Span[start..]);
        array.SetLength(m, after);
    }

    private static ScriptValue Push(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = ArrayAccess.Of(self);
        if (array.IsFrozen)
        {
            throw Errors.Type($"Cannot add property {array.Count}, object is not extensible");
        }

        foreach (var item in a)
        {
            array.Add(m, item);
        }

        return array.Count;
    }

    private static ScriptValue Pop(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = ArrayAccess.Of(self);
        if (array.Count == 0 && !array.IsFrozen)
        {
            return default;
        }

        var last = array[array.Count - 1];
        array = array.IsFrozen ? Open(m, self) : array;
        array.SetLength(m, array.Count - 1);
        return last;
    }

    private static ScriptValue Shift(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = Open(m, self);
        if (array.Count == 0)
        {
            return default;
        }

        var first = array[0];
        Replace(m, array, 0, 1, []);
        return first;
    }

    private static ScriptValue Unshift(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = Open(m, self);
        Replace(m, array, 0, 0, a);
        return array.Count;
    }

    private static ScriptValue Fill(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = Open(m, self);
        var from = Methods.Relative(a.Integer(m, 1), array.Count);
        var to = a.RelativeOr(m, 2, array.Count, array.Count);
        if (to > from)
        {
            array.Span[from..to].Fill(a.At(0));
        }

        return self;
    }

    private static ScriptValue CopyWithin(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = Open(m, self);
        var to = Methods.Relative(a.Integer(m, 0), array.Count);
        var from = Methods.Relative(a.Integer(m, 1), array.Count);
        var end = a.RelativeOr(m, 2, array.Count, array.Count);
        var count = Math.Min(end - from, array.Count - to);
        if (count > 0)
        {
            array.Span.Slice(from, count).CopyTo(array.Span[to..]);
        }

        return self;
    }
}
