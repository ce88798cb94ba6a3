using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Methods of <c>Map</c> and <c>Set</c>.</summary>
internal static class MapMethods
{
    public static readonly Dictionary<string, NativeCode> OfMap = new()
    {
        ["get"] = (m, self, a) => Map(self).TryGet(Key(m, a.At(0)), out var value) ? value : default,
        ["set"] = (m, self, a) =>
        {
            Map(self).Set(m, Key(m, a.At(0)), a.At(1));
            return self;
        },
        ["has"] = (m, self, a) => Map(self).TryGet(Key(m, a.At(0)), out _),
        ["delete"] = (m, self, a) => Map(self).Remove(Key(m, a.At(0))),
        ["clear"] = (m, self, a) => Clear(m, Map(self)),
        ["forEach"] = (m, self, a) => ForEach(m, self, Map(self), a.Function(m, 0), false),
        ["keys"] = (m, self, a) => Walk(m, "Map Iterator", Map(self), MapPart.Keys),
        ["values"] = (m, self, a) => Walk(m, "Map Iterator", Map(self), MapPart.Values),
        ["entries"] = (m, self, a) => Walk(m, "Map Iterator", Map(self), MapPart.Entries),
    };

    public static readonly Dictionary<string, NativeCode> OfSet = new()
    {
        ["add"] = (m, self, a) =>
        {
            Set(self).Set(m, Key(m, a.At(0)), Canonical(a.At(0)));
            return self;
        },
        ["has"] = (m, self, a) => Set(self).TryGet(Key(m, a.At(0)), out _),
        ["delete"] = (m, self, a) => Set(self).Remove(Key(m, a.At(0))),
        ["clear"] = (m, self, a) => Clear(m, Set(self)),
        ["forEach"] = (m, self, a) => ForEach(m, self, Set(self), a.Function(m, 0), true),
        ["keys"] = (m, self, a) => Walk(m, "Set Iterator", Set(self), MapPart.Keys),
        ["values"] = (m, self, a) => Walk(m, "Set Iterator", Set(self), MapPart.Keys),
        ["entries"] = (m, self, a) => Walk(m, "Set Iterator", Set(self), MapPart.Entries),
    };

    public static ScriptValue NewMap(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        m.Charge(400);
        var map = new MapObject();
        if (a.At(0).IsNullish)
        {
            return new(map);
        }

        var source = Iteration.Open(m, a.At(0));
        while (source.Next(m, out var entry))
        {
            m.Step();
            if (!entry.IsObject)
            {
                throw Errors.Type($"Iterator value {Methods.Show(m, entry)} is not an entry object");
            }

            map.Set(m, Key(m, Properties.Get(m, entry, "0")), Properties.Get(m, entry, "1"));
        }

        return new(map);
    }

    public static ScriptValue NewSet(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        m.Charge(400);
        var set = new SetObject();
        if (a.At(0).IsNullish)
        {
            return new(set);
        }

        var source = Iteration.Open(m, a.At(0));
        while (source.Next(m, out var value))
        {
            m.Step();
            set.Map.Set(m, Key(m, value), Canonical(value));
        }

        return new(set);
    }

    private static MapObject Map(ScriptValue self) => self.Ref as MapObject ?? throw Errors.Type("This method takes a Map");

    private static MapObject Set(ScriptValue self) => (self.Ref as SetObject)?.Map ?? throw Errors.Type("This method takes a Set");

    private static ScriptValue Canonical(ScriptValue value) => value.IsNumber && value.Num == 0 ? 0.0 : value;

    // Hashing reads the whole string.
    private static ScriptValue Key(Machine m, ScriptValue key)
    {
        if (!key.IsText)
        {
            return key;
        }

        m.Steps(Equality.Length(key) >> 3);
        return m.Flat(key);
    }

    private static ScriptValue Clear(Machine m, MapObject map)
    {
        m.Steps(map.Places);
        map.Clear();
        return default;
    }

    private static ScriptValue ForEach(Machine m, ScriptValue self, MapObject map, FunctionObject function, bool isSet)
    {
        for (var place = 0; place < map.Places; place++)
        {
            m.Step();
            if (map.TryAt(place, out var key, out var value))
            {
                function.Call(m, default, [isSet ? key : value, key, self]);
            }
        }

        return default;
    }

    private static ScriptValue Walk(Machine m, string name, MapObject map, MapPart part)
    {
        m.Charge(96);
        return new(new IteratorObject(name, new MapSource(map, part)));
    }
}

/// <summary>Methods of iterators.</summary>
internal static class IteratorMethods
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["next"] = (m, self, a) =>
        {
            var iterator = self.Ref as IteratorObject ?? throw Errors.Type("This method takes an iterator");
            var isThere = iterator.Source.Next(m, out var value);
            m.Charge(PlainObject.EmptyCost + (2 * PlainObject.MemberCost));
            return ScriptValue.FromMembers([new("value", value), new("done", !isThere)]);
        },
    };
}
