using StartupOrchestrator.Workflows.Expressions.Builtins;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>Values one after the other.</summary>
internal abstract class ValueSource
{
    /// <summary>The next value; false, again and again, after the last one.</summary>
    public abstract bool Next(Machine m, out ScriptValue value);
}

/// <summary>Everything that <c>for..of</c>, spread and patterns can walk.</summary>
internal static class Iteration
{
    public static ValueSource Open(Machine m, ScriptValue value)
    {
        m.Charge(48);
        return value.Ref switch
        {
            ArrayObject array => new ArraySource(array),
            string or Rope => new TextSource(m.Flat(value)),
            IteratorObject iterator => iterator.Source,
            MapObject map => new MapSource(map, MapPart.Entries),
            SetObject set => new MapSource(set.Map, MapPart.Keys),
            _ => throw Errors.Type($"{Describe(value)} is not iterable"),
        };
    }

    /// <summary>The keys as <c>for..in</c> sees them: those that are still there when their turn comes.</summary>
    public static ValueSource OpenKeys(Machine m, ScriptValue value)
    {
        m.Charge(48);
        return new KeySource(value, Properties.EnumerableKeys(m, value));
    }

    public static void CopyTo(Machine m, ScriptValue value, ArrayObject target)
    {
        var source = Open(m, value);
        while (source.Next(m, out var next))
        {
            m.Step();
            target.Add(m, next);
        }
    }

    private static string Describe(ScriptValue value) => value.IsObject ? "object" : value.IsNullish ? value.ToText() : $"{Operators.TypeOf(value).ToText()} {value.ToText()}";

    private sealed class ArraySource(ArrayObject array) : ValueSource
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

            value = array[_at++];
            return true;
        }
    }

    private sealed class TextSource(string text) : ValueSource
    {
        private int _at;

        public override bool Next(Machine m, out ScriptValue value)
        {
            if (_at >= text.Length)
            {
                value = default;
                return false;
            }

            var isPair = char.IsHighSurrogate(text[_at]) && _at + 1 < text.Length && char.IsLowSurrogate(text[_at + 1]);
            m.Charge(32);
            value = isPair ? text.Substring(_at, 2) : Properties.Character(text[_at]);
            _at += isPair ? 2 : 1;
            return true;
        }
    }

    private sealed class KeySource(ScriptValue owner, IReadOnlyList<string> keys) : ValueSource
    {
        private int _at;

        public override bool Next(Machine m, out ScriptValue value)
        {
            while (_at < keys.Count)
            {
                m.Step();
                var key = keys[_at++];
                if (Properties.TryGetOwn(m, owner, key, out _))
                {
                    value = key;
                    return true;
                }
            }

            value = default;
            return false;
        }
    }
}
