using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions;

public readonly partial struct ScriptValue
{
    private const double LargestExactInteger = 9007199254740991;

    /// <summary>What an object of the host is as a text, in the original and so here.</summary>
    private const string HostObjectText = "System.Dynamic.ExpandoObject";

    /// <summary>The value of a JSON node, copied; a missing node and JSON null become <c>null</c>.</summary>
    /// <exception cref="ScriptException">The node nests more deeply than <see cref="Limits.ValueDepth"/> levels.</exception>
    public static ScriptValue FromJson(JsonNode? node) => FromJson(node, 0, null);

    /// <summary>The value of a JSON node that the host gives, copied: its objects work as others do, but as a text they name what the platform holds.</summary>
    /// <exception cref="ScriptException">The node nests more deeply than <see cref="Limits.ValueDepth"/> levels.</exception>
    public static ScriptValue FromHost(JsonNode? node) => FromJson(node, 0, HostObjectText);

    /// <summary>The value as a JSON node of its own, by the rules of <c>JSON.stringify</c> without <c>toJSON</c>.</summary>
    /// <remarks>
    /// <c>undefined</c>, functions, NaN and infinities become null; members that are <c>undefined</c> or functions are left out.
    /// Whole numbers that are exact become integers.
    /// </remarks>
    /// <exception cref="ScriptException">The value contains itself or nests too deeply.</exception>
    public JsonNode? ToJson() => ToJson(this, 0);

    private static ScriptValue FromJson(JsonNode? node, int depth, string? objectText)
    {
        CheckDepth(depth, Limits.ValueDepth);
        switch (node)
        {
            case JsonArray array:
                var items = new ScriptValue[array.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = FromJson(array[i], depth + 1, objectText);
                }

                return new(new ArrayObject(items));
            case JsonObject members:
                var result = new PlainObject { HostText = objectText };
                foreach (var member in members)
                {
                    result.Set(member.Key, FromJson(member.Value, depth + 1, objectText));
                }

                return new(result);
            case JsonValue value:
                return FromJsonValue(value);
            default:
                return Null;
        }
    }

    private static ScriptValue FromJsonValue(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        JsonValueKind.Number => value.TryGetValue(out double number)
            ? number
            : double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        JsonValueKind.String => value.TryGetValue(out string? text) ? text : JsonNode.Parse(value.ToJsonString())!.GetValue<string>(),
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array => Null,
    };

    private static JsonNode? ToJson(ScriptValue value, int depth)
    {
        CheckDepth(depth, Limits.KeptDepth);
        switch (value.Ref)
        {
            case Tag tag when tag.Type == ScriptType.Boolean:
                return JsonValue.Create(value.IsTruthy);
            case Tag tag when tag.Type == ScriptType.Number:
                return NumberToJson(value.Num);
            case string or Rope:
                return JsonValue.Create(value.ToText());
            case ArrayObject array:
                return new JsonArray(array.ToList().Select(item => ToJson(item, depth + 1)).ToArray());
            case FunctionObject:
                return null;
            case HeapObject heap:
                return ObjectToJson(heap, depth);
            default:
                return null;
        }
    }

    private static JsonObject ObjectToJson(HeapObject heap, int depth)
    {
        var result = new JsonObject();
        foreach (var key in heap.Keys())
        {
            if (heap.TryGet(key, out var member) && !member.IsUndefined && !member.IsFunction)
            {
                result[key] = ToJson(member, depth + 1);
            }
        }

        return result;
    }

    private static JsonValue? NumberToJson(double number)
    {
        if (!double.IsFinite(number))
        {
            return null;
        }

        return Math.Truncate(number) == number && Math.Abs(number) <= LargestExactInteger
            ? JsonValue.Create((long)number)
            : JsonValue.Create(number);
    }

    private static void CheckDepth(int depth, int most)
    {
        if (depth > most)
        {
            throw new ScriptException(ScriptErrorKind.DepthBudget, "The value contains itself or nests too deeply to become JSON.");
        }
    }
}
