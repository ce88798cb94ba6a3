using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>What became of a value that had to be of a type.</summary>
public enum Fit
{
    /// <summary>It is of the type, or was read as it.</summary>
    Fits,

    /// <summary>It is not of the type; the zero of the type stands for it: 0, false, or no value.</summary>
    Replaced,

    /// <summary>Nothing can stand for it: a number out of range, or broken JSON.</summary>
    Refused,
}

/// <summary>
/// Makes values fit the types of variables and of the inputs of the original's activities, as the original does: what is not
/// of the type does not fail, its zero is taken. Activities of this product refuse such a value instead.
/// </summary>
public static class Fitting
{
    /// <summary>Makes a value fit a type.</summary>
    public static Fit Make(JsonNode? value, ValueType type, out JsonNode? result)
    {
        result = null;
        if (value is null) return Fit.Fits;
        var text = value.AsText();
        if (text is not null && (type.IsList || type.Kind is not (ValueKind.Object or ValueKind.String)) && string.IsNullOrWhiteSpace(text)) return Fit.Fits;
        if (type.IsList) return List(value, text, type, out result);
        return type.Kind switch
        {
            ValueKind.Integer when text is not null => WholeText(text, type, out result),
            ValueKind.Number when text is not null => NumberText(text, type, out result),
            ValueKind.Integer when value.GetValueKind() == JsonValueKind.Number => Values.TryConvert(value, type, out result) ? Fit.Fits : Fit.Refused,
            ValueKind.Map when text is not null && text.TrimStart().StartsWith('{') => Values.TryConvert(value, type, out result) ? Fit.Fits : Fit.Refused,
            _ => Values.TryConvert(value, type, out result) ? Fit.Fits : Zero(type, out result),
        };
    }

    private static Fit Zero(ValueType type, out JsonNode? result)
    {
        result = type.Zero;
        return Fit.Replaced;
    }

    private static Fit WholeText(string text, ValueType type, out JsonNode? result)
    {
        result = null;
        if (!BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole)) return Zero(type, out result);
        if (whole < long.MinValue || whole > long.MaxValue || !type.Holds((long)whole)) return Fit.Refused;
        result = (long)whole;
        return Fit.Fits;
    }

    /// <summary>Thousands may be set apart by commas, so <c>1,5</c> is fifteen.</summary>
    private static Fit NumberText(string text, ValueType type, out JsonNode? result)
    {
        if (!double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Zero(type, out result);
        result = number;
        return Fit.Fits;
    }

    /// <summary>
    /// A text is a list of its characters where anything may be an item, and a list of one where items are texts. A list that
    /// stands as text is read as a whole: one item of another type and it is none.
    /// </summary>
    private static Fit List(JsonNode value, string? text, ValueType type, out JsonNode? result)
    {
        result = null;
        if (text is not null && type.Kind == ValueKind.Object && text.TrimStart()[0] is not '[')
        {
            if (text.TrimStart()[0] == '{') return Fit.Refused;
            result = new JsonArray([.. text.Select(c => JsonValue.Create(c.ToString()))]);
            return Fit.Fits;
        }

        if ((value as JsonArray ?? (text is null ? null : Values.TryParse(text) as JsonArray)) is not { } items)
            return Values.TryConvert(value, type, out result) ? Fit.Fits : Fit.Refused;
        var (list, fit) = (new JsonArray(), Fit.Fits);
        foreach (var item in items)
        {
            if (text is not null && type.Kind == ValueKind.String && item is not null && item.GetValueKind() != JsonValueKind.String) return Fit.Refused;
            var one = Make(item, type with { IsList = false }, out var made);
            if (one == Fit.Refused || (one == Fit.Replaced && text is not null)) return Fit.Refused;
            if (one == Fit.Replaced) fit = one;
            list.Add(made?.DeepClone());
        }

        result = list;
        return fit;
    }
}
