using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>Fills the free part of a view row: flat names, nothing for what is not there.</summary>
internal static class Doc
{
    public static JsonObject Set(this JsonObject doc, string name, string? value) => Put(doc, name, value is null ? null : JsonValue.Create(value));

    public static JsonObject Set(this JsonObject doc, string name, int? value) => Put(doc, name, value is null ? null : JsonValue.Create(value.Value));

    public static JsonObject Set(this JsonObject doc, string name, long? value) => Put(doc, name, value is null ? null : JsonValue.Create(value.Value));

    public static JsonObject Set(this JsonObject doc, string name, bool value) => Put(doc, name, value ? JsonValue.Create(true) : null);

    public static JsonObject Set(this JsonObject doc, string name, LocalDate? value) =>
        Put(doc, name, value is { } d ? JsonValue.Create(d.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)) : null);

    public static JsonObject Set(this JsonObject doc, string name, Instant? value) =>
        Put(doc, name, value is { } i ? JsonValue.Create(NodaTime.Text.InstantPattern.ExtendedIso.Format(i)) : null);

    public static JsonObject Set(this JsonObject doc, string name, PersonalRef? value) =>
        Put(doc, name, value is null ? null : new JsonObject { ["id"] = value.Id, ["hash"] = value.Hash });

    public static JsonObject Set(this JsonObject doc, string name, ImmutableArray<string> values) =>
        Put(doc, name, values.IsDefaultOrEmpty ? null : new JsonArray([.. values.Select(v => (JsonNode)JsonValue.Create(v)!)]));

    /// <summary>Puts a list or record as it is written elsewhere.</summary>
    public static JsonObject Nest<T>(this JsonObject doc, string name, T value) => Put(doc, name, JsonSerializer.SerializeToNode(value, DomainJson.Options));

    /// <summary>Puts a list; nothing when it is empty.</summary>
    public static JsonObject NestAll<T>(this JsonObject doc, string name, ImmutableArray<T> values) => values.IsDefaultOrEmpty ? doc : doc.Nest(name, values);

    private static JsonObject Put(JsonObject doc, string name, JsonNode? node)
    {
        if (node is not null)
        {
            doc[name] = node;
        }

        return doc;
    }
}
