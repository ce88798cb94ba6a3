using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>The closed list of value types that a definition may name; a program type is never looked up by name.</summary>
public enum ValueKind
{
    /// <summary>Any JSON value.</summary>
    Object,

    /// <summary>Text.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Whole number of at most 64 bits.</summary>
    Integer,

    /// <summary>Number with a fraction.</summary>
    Number,

    /// <summary>Date, or date and time, in ISO 8601 text.</summary>
    Date,

    /// <summary>Length of time, <c>[d.]hh:mm:ss</c> text.</summary>
    Duration,

    /// <summary>Guid text.</summary>
    Guid,

    /// <summary>JSON object.</summary>
    Map,

    /// <summary>Bytes or stream: kept as base64 text.</summary>
    Bytes,
}

/// <summary>A value type, or a list of it.</summary>
/// <param name="Alias">Name as written in the file.</param>
/// <param name="Kind">What a value, or an item of the list, is.</param>
/// <param name="IsList">Whether values are lists.</param>
public sealed record ValueType(string Alias, ValueKind Kind, bool IsList)
{
    /// <summary>Any value at all.</summary>
    public static ValueType Any { get; } = new("Object", ValueKind.Object, false);

    /// <summary>Text.</summary>
    public static ValueType Text { get; } = new("String", ValueKind.String, false);

    private static readonly Dictionary<string, ValueKind> Aliases = new(StringComparer.Ordinal)
    {
        ["Int16"] = ValueKind.Integer, ["Int32"] = ValueKind.Integer, ["Int64"] = ValueKind.Integer,
        ["Single"] = ValueKind.Number, ["Double"] = ValueKind.Number, ["Decimal"] = ValueKind.Number,
        ["Boolean"] = ValueKind.Boolean, ["String"] = ValueKind.String, ["Object"] = ValueKind.Object, ["Guid"] = ValueKind.Guid,
        ["DateTime"] = ValueKind.Date, ["DateTimeOffset"] = ValueKind.Date, ["TimeSpan"] = ValueKind.Duration,
        ["Stream"] = ValueKind.Bytes, ["ByteArray"] = ValueKind.Bytes,
        ["JSON"] = ValueKind.Map, ["JsonElement"] = ValueKind.Object, ["JsonNode"] = ValueKind.Object,
        ["JsonObject"] = ValueKind.Map, ["ExpandoObject"] = ValueKind.Map, ["HttpRequest"] = ValueKind.Map,
        ["StringDictionary"] = ValueKind.Map, ["ObjectDictionary"] = ValueKind.Map, ["StringMap"] = ValueKind.Map, ["ObjectMap"] = ValueKind.Map,
    };

    private static readonly string[] Lists = ["List<", "ICollection<", "IEnumerable<", "IList<", "HashSet<", "ISet<", "IReadOnlyList<", "IReadOnlyCollection<"];

    /// <summary>All plain aliases, for the designer.</summary>
    public static IReadOnlyCollection<string> Known => Aliases.Keys;

    /// <summary>What the original takes for a value that is not of the type; null where that is no value.</summary>
    internal JsonNode? Zero => IsList ? null : Kind switch
    {
        ValueKind.Boolean => JsonValue.Create(false),
        ValueKind.Integer or ValueKind.Number => JsonValue.Create(0),
        ValueKind.Duration => JsonValue.Create("00:00:00"),
        _ => null,
    };

    /// <summary>Whether a whole number lies in the range of the type.</summary>
    internal bool Holds(long number) =>
        Alias.Contains("Int16", StringComparison.Ordinal) ? number is >= short.MinValue and <= short.MaxValue
        : !Alias.Contains("Int32", StringComparison.Ordinal) || number is >= int.MinValue and <= int.MaxValue;

    /// <summary>Reads an alias as <c>Int32</c>, <c>String[]</c>, <c>List&lt;Guid&gt;</c>; assembly-qualified system types too.</summary>
    /// <returns>Null when the alias is not on the list.</returns>
    public static ValueType? Find(string? alias)
    {
        if (string.IsNullOrWhiteSpace(alias)) return null;
        var name = alias.Trim();
        if (name == "JsonArray") return new ValueType(alias, ValueKind.Object, true);
        if (name.StartsWith("IDictionary<", StringComparison.Ordinal) || name.StartsWith("Dictionary<", StringComparison.Ordinal))
            return new ValueType(alias, ValueKind.Map, false);
        var list = name.EndsWith("[]", StringComparison.Ordinal);
        if (list) name = name[..^2];
        foreach (var prefix in Lists)
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || !name.EndsWith('>')) continue;
            list = true;
            name = name[prefix.Length..^1];
            break;
        }

        if (name.Contains(',', StringComparison.Ordinal)) name = name[..name.IndexOf(',', StringComparison.Ordinal)].Trim();
        if (name.StartsWith("System.", StringComparison.Ordinal)) name = name[(name.LastIndexOf('.') + 1)..];
        return Aliases.TryGetValue(name, out var kind) ? new ValueType(alias, kind, list) : null;
    }
}
