using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary><c>JSON</c></summary>
internal static class JsonFunctions
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["stringify"] = (m, self, a) => Write(m, a.At(0), a.At(1), a.At(2)),
        ["parse"] = Parse,
    };

    public static ScriptValue Write(Machine m, ScriptValue value, ScriptValue replacer, ScriptValue space) =>
        new JsonWriter(m, replacer, space).Write(value);

    private static ScriptValue Parse(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var value = new JsonReader(m, a.Text(m, 0)).Read();
        return a.At(1).Ref is FunctionObject reviver ? Revive(m, reviver, NewHolder(value), "", 0) : value;
    }

    private static ScriptValue NewHolder(ScriptValue value) => ScriptValue.FromMembers([new("", value)]);

    // From the inside out, the function may replace every value or, with undefined, remove it.
    private static ScriptValue Revive(Machine m, FunctionObject reviver, ScriptValue holder, string key, int depth)
    {
        m.CheckValueDepth(depth);
        var value = Properties.Get(m, holder, key);
        if (value.Ref is ArrayObject or PlainObject)
        {
            foreach (var inner in Properties.EnumerableKeys(m, value))
            {
                var revived = Revive(m, reviver, value, inner, depth + 1);
                if (revived.IsUndefined)
                {
                    ((HeapObject)value.Ref).Delete(inner);
                }
                else
                {
                    Properties.Set(m, value, inner, revived);
                }
            }
        }

        return reviver.Call(m, holder, [key, value]);
    }
}
