using System.Text.Json;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>
/// What changed from one JSON value to another, as JSON, so that a journal entry holds a change and not the whole.
/// Objects are compared member by member; lists of objects that all have a text <c>id</c> item by item; everything else is replaced.
/// </summary>
/// <remarks>
/// Forms: <c>{"=": value}</c> replaces; <c>{"~": {member: delta}, "-": [members]}</c> changes an object;
/// <c>{"@": [ids in order], "~": {id: delta}}</c> changes a list, unnamed items being kept. Null means no change.
/// </remarks>
internal static class JsonDelta
{
    private const string Replace = "=", Change = "~", Drop = "-", Order = "@";

    /// <summary>The change from one value to another; null when they are equal.</summary>
    public static JsonObject? Between(JsonNode? from, JsonNode? to) => (from, to) switch
    {
        _ when JsonNode.DeepEquals(from, to) => null,
        (JsonObject a, JsonObject b) => OfMembers(a, b),
        (JsonArray a, JsonArray b) when Ids(a) is { } old && Ids(b) is { } ids => OfItems(old, ids),
        _ => Whole(to),
    };

    /// <summary>The value after a change. <paramref name="from"/> is not altered; parts of it are copied.</summary>
    public static JsonNode? Apply(JsonNode? from, JsonObject? delta)
    {
        if (delta is null)
        {
            return from?.DeepClone();
        }

        if (delta.ContainsKey(Replace))
        {
            return delta[Replace]?.DeepClone();
        }

        return delta[Order] is JsonArray order ? WithItems(from as JsonArray ?? [], order, Changes(delta)) : WithMembers(from as JsonObject ?? [], delta);
    }

    private static JsonObject Whole(JsonNode? value) => new() { [Replace] = value?.DeepClone() };

    private static JsonObject Changes(JsonObject delta) => delta[Change] as JsonObject ?? [];

    private static JsonObject OfMembers(JsonObject a, JsonObject b)
    {
        var changed = new JsonObject();
        foreach (var (name, value) in b)
        {
            if ((a.ContainsKey(name) ? Between(a[name], value) : Whole(value)) is { } delta)
            {
                changed[name] = delta;
            }
        }

        var result = new JsonObject { [Change] = changed };
        var dropped = a.Where(m => !b.ContainsKey(m.Key)).Select(m => (JsonNode?)m.Key).ToArray();
        if (dropped.Length > 0)
        {
            result[Drop] = new JsonArray(dropped);
        }

        return result;
    }

    private static JsonObject OfItems(Dictionary<string, JsonObject> old, Dictionary<string, JsonObject> items)
    {
        var changed = new JsonObject();
        foreach (var (id, item) in items)
        {
            if ((old.TryGetValue(id, out var was) ? Between(was, item) : Whole(item)) is { } delta)
            {
                changed[id] = delta;
            }
        }

        return new JsonObject { [Order] = new JsonArray([.. items.Keys.Select(k => (JsonNode?)k)]), [Change] = changed };
    }

    private static JsonObject WithMembers(JsonObject from, JsonObject delta)
    {
        var result = (JsonObject)from.DeepClone();
        foreach (var dropped in delta[Drop] as JsonArray ?? [])
        {
            result.Remove((string)dropped!);
        }

        foreach (var (name, change) in Changes(delta))
        {
            result[name] = Apply(from[name], change as JsonObject);
        }

        return result;
    }

    private static JsonArray WithItems(JsonArray from, JsonArray order, JsonObject changes)
    {
        var old = Ids(from) ?? [];
        return new JsonArray([.. order.Select(id => Apply(old.GetValueOrDefault((string)id!), changes[(string)id!] as JsonObject))]);
    }

    private static Dictionary<string, JsonObject>? Ids(JsonArray list)
    {
        var result = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var item in list)
        {
            if (item is not JsonObject o || o["id"] is not { } id || id.GetValueKind() != JsonValueKind.String || !result.TryAdd((string)id!, o))
            {
                return null;
            }
        }

        return result;
    }
}
