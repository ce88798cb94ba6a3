using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Array methods that call a function for every item. All but the <c>find</c> family pass holes by.</summary>
internal static class ArrayWalks
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["forEach"] = ForEach,
        ["map"] = Map,
        ["filter"] = Filter,
        ["some"] = (m, self, a) => Any(m, self, a, wanted: true),
        ["every"] = (m, self, a) => !Any(m, self, a, wanted: false),
        ["reduce"] = (m, self, a) => Reduce(m, self, a, 1),
        ["reduceRight"] = (m, self, a) => Reduce(m, self, a, -1),
        ["find"] = (m, self, a) => Find(m, self, a, 1).Item,
        ["findIndex"] = (m, self, a) => Find(m, self, a, 1).Index,
        ["findLast"] = (m, self, a) => Find(m, self, a, -1).Item,
        ["findLastIndex"] = (m, self, a) => Find(m, self, a, -1).Index,
        ["flatMap"] = FlatMap,
    };

    private static ScriptValue Invoke(Machine m, FunctionObject function, ScriptValue item, int index, ArrayObject array)
    {
        m.Step();
        return function.Call(m, default, [item, index, new(array)]);
    }

    private static ScriptValue ForEach(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var (array, function) = (ArrayAccess.Of(self), a.Function(m, 0));
        var count = array.Count;
        for (var i = 0; i < count; i++)
        {
            if (array.Has(i))
            {
                Invoke(m, function, array[i], i, array);
            }
        }

        return default;
    }

    private static ScriptValue Map(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var (array, function) = (ArrayAccess.Of(self), a.Function(m, 0));
        var count = array.Count;
        m.ChargeArray(count);
        var items = new ScriptValue[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = array.Has(i) ? Invoke(m, function, array[i], i, array) : ArrayObject.Hole;
        }

        return new(new ArrayObject(items));
    }

    private static ScriptValue Filter(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var (array, function) = (ArrayAccess.Of(self), a.Function(m, 0));
        var count = array.Count;
        m.ChargeArray(0);
        var result = new ArrayObject([]);
        for (var i = 0; i < count; i++)
        {
            var item = array[i];
            if (array.Has(i) && Invoke(m, function, item, i, array).IsTruthy)
            {
                result.Add(m, item);
            }
        }

        return new(result);
    }

    private static bool Any(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a, bool wanted)
    {
        var (array, function) = (ArrayAccess.Of(self), a.Function(m, 0));
        var count = array.Count;
        for (var i = 0; i < count; i++)
        {
            if (array.Has(i) && Invoke(m, function, array[i], i, array).IsTruthy == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private static ScriptValue Reduce(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a, int step)
    {
        var (array, function) = (ArrayAccess.Of(self), a.Function(m, 0));
        var count = array.Count;
        var (at, isSet, result) = (step > 0 ? 0 : count - 1, a.Length > 1, a.At(1));
        for (; at >= 0 && at < count; at += step)
        {
            m.Step();
            if (!array.Has(at))
            {
                continue;
            }

            result = isSet ? function.Call(m, default, [result, array[at], at, new(array)]) : array[at];
            isSet = true;
        }

        return isSet ? result : throw Errors.Type("Reduce of empty array with no initial value");
    }

    private static (ScriptValue Item, ScriptValue Index) Find(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a, int step)
    {
        var (array, function) = (ArrayAccess.Of(self), a.Function(m, 0));
        var count = array.Count;
        for (var i = step > 0 ? 0 : count - 1; i >= 0 && i < count; i += step)
        {
            var item = array[i];
            if (Invoke(m, function, item, i, array).IsTruthy)
            {
                return (item, i);
            }
        }

        return (default, -1);
    }

    private static ScriptValue FlatMap(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var (array, function) = (ArrayAccess.Of(self), a.Function(m, 0));
        var count = array.Count;
        var result = new ArrayObject([]);
        for (var i = 0; i < count; i++)
        {
            if (!array.Has(i))
            {
                continue;
            }

            var value = Invoke(m, function, array[i], i, array);
            if (value.Ref is not ArrayObject inner)
            {
                result.Add(m, value);
                continue;
            }

            for (var k = 0; k < inner.Count; k++)
            {
                m.Step();
                if (inner.Has(k))
                {
                    result.Add(m, inner[k]);
                }
            }
        }

        return new(result);
    }
}
