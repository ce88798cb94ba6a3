using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Array methods that look for a value.</summary>
internal static class ArraySearch
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["includes"] = Includes,
        ["indexOf"] = IndexOf,
        ["lastIndexOf"] = LastIndexOf,
    };

    private static ScriptValue Includes(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = ArrayAccess.Of(self);
        for (var i = Methods.Relative(a.Integer(m, 1), array.Count); i < array.Count; i++)
        {
            m.Step();
            var bothNaN = a.At(0).IsNumber && double.IsNaN(a.At(0).Num) && array[i].IsNumber && double.IsNaN(array[i].Num);
            if (bothNaN || Equality.Strict(m, array[i], a.At(0)))
            {
                return true;
            }
        }

        return false;
    }

    private static ScriptValue IndexOf(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = ArrayAccess.Of(self);
        for (var i = Methods.Relative(a.Integer(m, 1), array.Count); i < array.Count; i++)
        {
            m.Step();
            if (array.Has(i) && Equality.Strict(m, array[i], a.At(0)))
            {
                return i;
            }
        }

        return -1;
    }

    private static ScriptValue LastIndexOf(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var array = ArrayAccess.Of(self);
        var from = a.Length > 1 ? a.Integer(m, 1) : array.Count - 1;
        from = from < 0 ? array.Count + from : Math.Min(from, array.Count - 1);
        for (var i = (int)Math.Max(from, -1); i >= 0; i--)
        {
            m.Step();
            if (array.Has(i) && Equality.Strict(m, array[i], a.At(0)))
            {
                return i;
            }
        }

        return -1;
    }
}
