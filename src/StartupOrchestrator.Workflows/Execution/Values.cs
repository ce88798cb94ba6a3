using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml;
using NodaTime.Text;
using StartupOrchestrator.Workflows.Definitions;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Conversions between JSON values and the types a definition can name. All of them are culture-free.</summary>
public static class Values
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Converts a value to a type; null converts to null.</summary>
    /// <returns>False when the value is not of the type and cannot be read as it.</returns>
    public static bool TryConvert(JsonNode? value, ValueType type, out JsonNode? result)
    {
        result = null;
        if (value is null) return true;
        if (!type.IsList) return TryConvertOne(value, type, out result);
        if (value is not JsonArray)
        {
            // A list may stand as JSON text, and a single text counts as a list of one.
            var text = value.AsText();
            if (string.IsNullOrWhiteSpace(text)) return text is not null;
            value = text.TrimStart().StartsWith('[') ? TryParse(text) : new JsonArray(value.DeepClone());
        }

        if (value is not JsonArray array) return false;
        var list = new JsonArray();
        foreach (var item in array)
        {
            JsonNode? converted = null;
            if (item is not null && !TryConvertOne(item, type, out converted)) return false;
            list.Add(converted?.DeepClone());
        }

        result = list;
        return true;
    }

    /// <summary>The items of a list, which may stand as JSON text; none when it is no list.</summary>
    public static IReadOnlyList<JsonNode?> Items(JsonNode? value) =>
        (value as JsonArray ?? (value.AsText() is { } text && text.TrimStart().StartsWith('[') ? TryParse(text) as JsonArray : null)) is { } list ? [.. list] : [];

    /// <summary>The value as text for people: text as it is, lists and objects as JSON, null as null.</summary>
    public static string? Text(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        _ => Json(value),
    };

    /// <summary>The value as JSON in which letters of every script stay letters.</summary>
    public static string Json(JsonNode value) => value.ToJsonString(Letters);

    /// <summary>True for true, non-zero numbers and the text <c>true</c>.</summary>
    public static bool Truth(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => Number(value) is { } n && n != 0,
        JsonValueKind.String => bool.TryParse(value.GetValue<string>(), out var b) && b,
        _ => false,
    };

    /// <summary>The number, also from text; null when there is none.</summary>
    public static double? Number(JsonNode? value)
    {
        if (value is not JsonValue v) return null;
        if (v.TryGetValue<double>(out var d)) return d;
        if (v.TryGetValue<long>(out var l)) return l;
        if (v.TryGetValue<int>(out var i)) return i;
        if (v.TryGetValue<decimal>(out var m)) return (double)m;
        return v.TryGetValue<string>(out var s) && double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out d) ? d : null;
    }

    /// <summary>A length of time from <c>[d.]hh:mm:ss</c>, ISO 8601 as <c>P3D</c>, or a number of seconds; null when it is none.</summary>
    public static TimeSpan? Duration(JsonNode? value)
    {
        if (value.AsText() is not { } text) return Number(value) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)) return span;
        try
        {
            return text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal) ? XmlConvert.ToTimeSpan(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A point in time from ISO 8601 text; text without an offset is UTC. Null when it is none.</summary>
    public static NodaTime.Instant? Instant(JsonNode? value)
    {
        var text = value.AsText();
        if (text is null) return null;
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(text);
        if (parsed.Success) return parsed.Value.ToInstant();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other)
            ? NodaTime.Instant.FromDateTimeOffset(other)
            : null;
    }

    /// <summary>Parses JSON text.</summary>
    /// <returns>Null when the text is empty or not JSON.</returns>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryConvertOne(JsonNode value, ValueType type, out JsonNode? result)
    {
        result = type.Kind switch
        {
            ValueKind.Object => value,
            ValueKind.Map => value is JsonObject ? value : FromText(value) as JsonObject,
            ValueKind.String or ValueKind.Guid or ValueKind.Bytes or ValueKind.Date => Text(value) is { } text ? JsonValue.Create(text) : null,
            ValueKind.Boolean => Boolean(value),
            ValueKind.Integer => Whole(value) is { } n && type.Holds(n) ? JsonValue.Create(n) : null,
            ValueKind.Number => (Number(value) ?? Flag(value)) is { } d && double.IsFinite(d) ? JsonValue.Create(d) : null,
            ValueKind.Duration => Duration(value) is { } span ? JsonValue.Create(span.ToString("c", CultureInfo.InvariantCulture)) : null,
        };
        return result is not null || value.AsText() is { Length: 0 };
    }

    private static JsonValue? Boolean(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => JsonValue.Create(Truth(value)),
        JsonValueKind.String when bool.TryParse(value.GetValue<string>(), out var b) => JsonValue.Create(b),
        _ => null,
    };

    /// <summary>A whole number, exact also where a number with a fraction would not be; a flag counts as one or zero.</summary>
    private static long? Whole(JsonNode value)
    {
        if (value is JsonValue exact && exact.TryGetValue<long>(out var whole)) return whole;
        if (long.TryParse(value.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole)) return whole;
        if ((Number(value) ?? Flag(value)) is not { } number) return null;
        var rounded = Math.Round(number, MidpointRounding.ToEven);
        return rounded is >= long.MinValue and < long.MaxValue ? (long)rounded : null;
    }

    private static double? Flag(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => null,
    };

    /// <summary>Maps and lists may stand as JSON text.</summary>
    private static JsonNode? FromText(JsonNode value) =>
        value.AsText()?.TrimStart() is { Length: > 0 } text && (text[0] is '{' or '[') ? TryParse(text) : null;
}
