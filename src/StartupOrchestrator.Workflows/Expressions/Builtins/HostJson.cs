using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>
/// JSON as the platform writes it, for <c>toJson</c>: quotes and the signs of markup as <c>\u0022</c>, nothing as null, and
/// refused for what is no number, which a script cannot catch.
/// </summary>
internal static class HostJson
{
    /// <summary>What one value in the making counts against the budget, in bytes.</summary>
    private const int NodeCost = 128;

    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static ScriptValue Write(Machine m, ScriptValue value)
    {
        var text = Node(m, value, 0) is { } node ? node.ToJsonString(Letters) : "null";
        m.ChargeText(text.Length);
        m.Steps(text.Length >> 3);
        return text;
    }

    private static JsonNode? Node(Machine m, ScriptValue value, int depth)
    {
        m.CheckValueDepth(depth);
        m.Steps(1);
        m.Charge(NodeCost);
        if (value.IsNumber && !double.IsFinite(value.ToNumber())) throw Errors.Unsupported("'toJson' cannot write what is no number, nor what is infinite.");
        if (value.IsFunction) return null;
        if (value.IsNumber && value.ToNumber() == 0 && double.IsNegative(value.ToNumber())) return JsonValue.Create(-0.0);
        switch (value.Ref)
        {
            case ArrayObject array:
                return new JsonArray([.. array.ToList().Select(item => Node(m, item, depth + 1))]);
            case PlainObject members:
                var result = new JsonObject();
                foreach (var key in members.Keys())
                    if (members.TryGet(key, out var member)) result[key] = Node(m, member, depth + 1);
                return result;
            default:
                if (value.IsText) m.ChargeText(value.ToText().Length * 2L);
                return value.ToJson();
        }
    }
}
