using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Records;

/// <summary>What a command changed, as old and new values of the fields that people see.</summary>
public static class AuditChanges
{
    /// <summary>JSON array of <c>{field, old, new}</c>, by field; absent values are left out.</summary>
    public static string Between(ViewRow? before, ViewRow? after)
    {
        if (ReferenceEquals(before, after))
        {
            return "[]";
        }

        var old = Flatten(before);
        var now = Flatten(after);
        var changes = new JsonArray();
        foreach (var field in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var was = old.GetValueOrDefault(field);
            var isNow = now.GetValueOrDefault(field);
            if (!JsonNode.DeepEquals(was, isNow))
            {
                var change = new JsonObject { ["field"] = field };
                Put(change, "old", was);
                Put(change, "new", isNow);
                changes.Add(change);
            }
        }

        return changes.ToJsonString(DomainJson.Options);
    }

    /// <summary>The columns and the members of the document by their paths; lists are one value.</summary>
    public static SortedDictionary<string, JsonNode?> Flatten(ViewRow? row)
    {
        var fields = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        if (row is not null)
        {
            var columns = JsonSerializer.SerializeToNode(row with { Doc = [] }, DomainJson.Options)!.AsObject();
            columns.Remove("doc");
            Add(fields, "", columns);
            Add(fields, "", row.Doc);
        }

        return fields;
    }

    private static void Add(SortedDictionary<string, JsonNode?> fields, string path, JsonObject o)
    {
        foreach (var (name, value) in o)
        {
            if (value is JsonObject inner)
            {
                Add(fields, $"{path}{name}.", inner);
            }
            else if (value is not null)
            {
                fields[path + name] = value;
            }
        }
    }

    private static void Put(JsonObject change, string name, JsonNode? value)
    {
        if (value is not null)
        {
            change[name] = value.DeepClone();
        }
    }
}
