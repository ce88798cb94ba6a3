using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Server.Commands;

/// <summary>
/// Walks a command's JSON beside its type and replaces the text of personal members by sealed references. Callers write
/// plain text; a reference of their own is refused, so nobody can point a record at somebody else's value.
/// </summary>
internal sealed class SealedMembers(PersonalSealer sealer, JsonSerializerOptions json, string commandId, string? subject)
{
    private readonly ImmutableArray<SealedValue>.Builder found = ImmutableArray.CreateBuilder<SealedValue>();

    /// <summary>What was sealed.</summary>
    public ImmutableArray<SealedValue> Found => found.ToImmutable();

    /// <summary>Seals all personal members of an object in place.</summary>
    /// <exception cref="JsonException">A personal member is not text; the path says which.</exception>
    public void SealIn(JsonObject target, Type type, string path = "$")
    {
        foreach (var property in json.GetTypeInfo(type).Properties)
        {
            if (target[property.Name] is { } value && Sealed(value, property.PropertyType, $"{path}.{property.Name}") is { } replacement)
            {
                target[property.Name] = replacement;
            }
        }
    }

    /// <summary>Seals one text.</summary>
    public PersonalRef SealText(string text, string path)
    {
        var value = sealer.Seal(commandId, path, text, subject);
        found.Add(value);
        return value.Ref;
    }

    private JsonNode? Sealed(JsonNode value, Type type, string path)
    {
        if (type == typeof(PersonalRef))
        {
            return value is JsonValue text && text.TryGetValue<string>(out var plain)
                ? JsonSerializer.SerializeToNode(SealText(plain, path), json)
                : throw new JsonException("Write the text itself here.", path, null, null);
        }

        if (value is JsonObject inner)
        {
            if (MemberTypeOf(type, typeof(IReadOnlyDictionary<,>), 1) is { } valueType)
            {
                foreach (var (name, item) in inner.ToArray())
                {
                    if (item is not null && Sealed(item, valueType, $"{path}.{name}") is { } replacement)
                    {
                        inner[name] = replacement;
                    }
                }
            }
            else if (json.GetTypeInfo(type).Kind == System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object)
            {
                SealIn(inner, type, path);
            }
        }
        else if (value is JsonArray items && MemberTypeOf(type, typeof(IEnumerable<>), 0) is { } itemType)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is { } item && Sealed(item, itemType, $"{path}[{i}]") is { } replacement)
                {
                    items[i] = replacement;
                }
            }
        }

        return null;
    }

    private static Type? MemberTypeOf(Type type, Type shape, int argument) =>
        type.GetInterfaces().Append(type).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == shape)?.GenericTypeArguments[argument];
}
