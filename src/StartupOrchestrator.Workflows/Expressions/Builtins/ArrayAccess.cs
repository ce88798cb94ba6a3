using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Array methods that answer from parts of the array.</summary>
internal static class ArrayAccess
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["at"] = At,
        ["slice"] = Slice,
        ["concat"] = Concat,
        ["join"] = (m, self, a) => ArrayText.Join(m, Of(self), a.At(0).IsUndefined ? "," : a.Text(m, 0)),
        ["toString"] = (m, self, a) => ArrayText.Join(m, Of(self), ","),
        ["flat"] = Flat,
        ["with"] = With,
        ["toReversed"] = (m, self, a) => ArrayChanges.Reverse(Copy(m, self)),
        ["toSorted"] = (m, self, a) => ArraySort.Sort(m, Copy(m, self), a.At(0)),
        ["toSpliced"] = ToSpliced,
        ["keys"] = (m, self, a) => Walk(m, self, MapPart.Keys),
        ["values"] = (m, self, a) => Walk(m, self, MapPart.Values),
        ["entries"] = (m, self, a) => Walk(m, self, MapPart.Entries),
    };

    public static ArrayObject Of(ScriptValue self) =>
        self.Ref as ArrayObject ?? throw Errors.Unsupported("Array methods are available on arrays only.");

    /// <summary>A copy in which holes have become <c>undefined</c>.</summary>
    public static ArrayObject Copy(Machine m, ScriptValue self)
    {
        var array = Of(self);
        m.ChargeArray(array.Count);
        var items = new ScriptValue[array.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = array[i];
        }

        return new(items);
    }

    private static ScriptValue At(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = Of(self);
        var index = a.Integer(m, 0);
        index = index < 0 ? index + array.Count : index;
        return index >= 0 && index < array.Count ? array[(long)index] : default;
    }

    private static ScriptValue Slice(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = Of(self);
        var from = Methods.Relative(a.Integer(m, 0), array.Count);
        var to = a.RelativeOr(m, 1, array.Count, array.Count);
        var count = Math.Max(0, to - from);
        m.ChargeArray(count);
        return new(new ArrayObject(array.Span.Slice(count == 0 ? 0 : from, count).ToArray()));
    }

    private static ScriptValue Concat(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var result = new ArrayObject([]);
        Append(m, result, self);
        foreach (var argument in a)
        {
            Append(m, result, argument);
        }

        return new(result);
    }

    private static void Append(Machine m, ArrayObject target, ScriptValue value)
    {
        if (value.Ref is not ArrayObject source)
        {
            target.Add(m, value);
            return;
        }

        m.Steps(source.Count >> 2);
        var start = target.Count;
        target.SetLength(m, start + (long)source.Count);
        source.Span.CopyTo(target.Span[start..]);
    }

    private static ScriptValue Flat(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var result = new ArrayObject([]);
        Flatten(m, Of(self), result, a.At(0).IsUndefined ? 1 : a.Integer(m, 0), 0);
        return new(result);
    }

    private static void Flatten(Machine m, ArrayObject source, ArrayObject target, double levels, int depth)
    {
        m.CheckValueDepth(depth);
        for (var i = 0; i < source.Count; i++)
        {
            m.Step();
            if (source[i].Ref is ArrayObject inner && levels >= 1)
            {
                Flatten(m, inner, target, levels - 1, depth + 1);
            }
            else if (source.Has(i))
            {
                target.Add(m, source[i]);
            }
        }
    }

    private static ScriptValue With(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var copy = Copy(m, self);
        var index = a.Integer(m, 0);
        index = index < 0 ? index + copy.Count : index;
        if (index < 0 || index >= copy.Count)
        {
            throw Errors.Range("Invalid index : " + NumberText.Of(a.Integer(m, 0)));
        }

        copy.Set(m, (long)index, a.At(1));
        return new(copy);
    }

    private static ScriptValue ToSpliced(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var copy = Copy(m, self);
        ArrayChanges.Splice(m, new(copy), a);
        return new(copy);
    }

    private static ScriptValue Walk(Machine m, ScriptValue self, MapPart part)
    {
        m.Charge(96);
        return new(new IteratorObject("Array Iterator", new ArrayPartSource(Of(self), part)));
    }

    private sealed class ArrayPartSource(ArrayObject array, MapPart part) : ValueSource
    {
        private int _at;

        public override bool Next(Machine m, out ScriptValue value)
        {
            if (_at >= array.Count)
            {
                _at = int.MaxValue;
                value = default;
                return false;
            }

            value = part switch
            {
                MapPart.Keys => _at,
                MapPart.Values => array[_at],
                MapPart.Entries => MapSource.Pair(m, _at, array[_at]),
            };
            _at++;
            return true;
        }
    }
}
