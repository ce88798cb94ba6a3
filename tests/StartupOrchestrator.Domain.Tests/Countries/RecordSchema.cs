using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Tests.Countries;

/// <summary>The JSON schema of a record and of the records within it, as the house writes them.</summary>
internal sealed class RecordSchema
{
    private static readonly JsonSerializerOptions Indented = new(DomainJson.Options) { WriteIndented = true };
    private readonly SortedDictionary<string, JsonNode> definitions = new(StringComparer.Ordinal);
    private readonly NullabilityInfoContext nullability = new();

    public static string Of(Type type, string title)
    {
        var schema = new RecordSchema();
        var root = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (name, node) in schema.Record(type))
        {
            root[name] = node!.DeepClone();
        }

        root["$defs"] = new JsonObject(schema.definitions.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Value)));
        return root.ToJsonString(Indented);
    }

    private JsonObject Node(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return new JsonObject { ["type"] = "array", ["items"] = Node(type.GenericTypeArguments[0]) };
        }

        if (type.IsEnum)
        {
            return new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(n => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName(n))]) };
        }

        if (type == typeof(LocalDate))
        {
            return new JsonObject { ["type"] = "string", ["format"] = "date" };
        }

        if (type == typeof(string) || type == typeof(bool) || type == typeof(int))
        {
            return new JsonObject { ["type"] = type == typeof(string) ? "string" : type == typeof(bool) ? "boolean" : "integer" };
        }

        var name = Name(type);
        if (definitions.TryAdd(name, new JsonObject()))
        {
            definitions[name] = Record(type);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private JsonObject Record(Type type)
    {
        var parameters = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters().ToDictionary(p => p.Name!);
        JsonObject properties = [];
        JsonArray required = [];
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            properties[name] = Node(property.PropertyType);
            var needed = property.IsDefined(typeof(RequiredMemberAttribute))
                || (parameters.TryGetValue(property.Name, out var p) && !p.HasDefaultValue && nullability.Create(p).WriteState != NullabilityState.Nullable);
            if (needed)
            {
                required.Add((JsonNode)name);
            }
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}Of{string.Concat(type.GenericTypeArguments.Select(Name))}"
        : type.Name;
}
