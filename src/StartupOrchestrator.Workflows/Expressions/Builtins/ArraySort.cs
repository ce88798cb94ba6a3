using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Stable sorting with JavaScript's order: by text unless a function decides; <c>undefined</c> last, then holes.</summary>
internal static class ArraySort
{
    public static ScriptValue Sort(Machine m, ArrayObject array, ScriptValue comparer)
    {
        if (!comparer.IsUndefined && !comparer.IsFunction)
        {
            throw Errors.Type("The comparison function must be either a function or undefined");
        }

        var count = array.Count;
        m.ChargeArray(count * 2L);
        var values = new List<ScriptValue>(count);
        var undefined = 0;
        for (var i = 0; i < count; i++)
        {
            m.Step();
            if (array.Has(i) && !array[i].IsUndefined)
            {
                values.Add(array[i]);
            }
            else
            {
                undefined += array.Has(i) ? 1 : 0;
            }
        }

        var sorted = comparer.Ref is FunctionObject function ? ByFunction(m, values, function) : ByText(m, values);
        Store(m, array, sorted, undefined, count);
        return new(array);
    }

    private static void Store(Machine m, ArrayObject array, ScriptValue[] sorted, int undefined, int count)
    {
        // The comparer may have changed the array meanwhile; the result is written over it all the same.
        if (array.Count < count)
        {
            array.SetLength(m, count);
        }

        var target = array.Span[..count];
        sorted.CopyTo(target);
        target.Slice(sorted.Length, undefined).Clear();
        target[(sorted.Length + undefined)..].Fill(ArrayObject.Hole);
    }

    private static ScriptValue[] ByFunction(Machine m, List<ScriptValue> values, FunctionObject function)
    {
        var items = values.ToArray();
        new TimSort<ScriptValue>(items, (a, b) =>
        {
            m.Step();
            return Conversions.ToNumber(m, function.Call(m, default, [a, b]));
        }).Run();
        return items;
    }

    private static ScriptValue[] ByText(Machine m, List<ScriptValue> values)
    {
        m.ChargeArray(values.Count * 2L);
        var keyed = values.Select(value => (Key: Conversions.ToFlatText(m, value), Value: value)).ToArray();
        new TimSort<(string Key, ScriptValue Value)>(keyed, (a, b) =>
        {
            m.Steps(1 + (Math.Min(a.Key.Length, b.Key.Length) >> 5));
            return string.CompareOrdinal(a.Key, b.Key);
        }).Run();
        return [.. keyed.Select(pair => pair.Value)];
    }
}
