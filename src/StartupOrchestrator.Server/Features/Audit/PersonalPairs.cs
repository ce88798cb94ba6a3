using System.Text.Json.Nodes;

namespace StartupOrchestrator.Server.Features.Audit;

/// <summary>
/// Changes are kept by flat field names, so a reference to a personal value shows as two changes, <c>name.id</c> and
/// <c>name.hash</c>. People want one: <c>name</c>.
/// </summary>
internal static class PersonalPairs
{
    private const string Id = ".id";
    private const string Hash = ".hash";

    /// <summary>The changes with each such pair joined to one whose values are references.</summary>
    public static JsonArray Fold(JsonArray changes)
    {
        var byField = changes.OfType<JsonObject>().ToDictionary(c => c["field"]!.GetValue<string>(), StringComparer.Ordinal);
        var folded = new JsonArray();
        foreach (var (field, change) in byField)
        {
            var name = field.EndsWith(Id, StringComparison.Ordinal) ? field[..^Id.Length] : null;
            if (name is not null && byField.TryGetValue(name + Hash, out var hash))
            {
                folded.Add(new JsonObject { ["field"] = name, ["old"] = Join(change["old"], hash["old"]), ["new"] = Join(change["new"], hash["new"]) });
            }
            else if (!(field.EndsWith(Hash, StringComparison.Ordinal) && byField.ContainsKey(field[..^Hash.Length] + Id)))
            {
                folded.Add(change.DeepClone());
            }
        }

        return folded;
    }

    private static JsonObject? Join(JsonNode? id, JsonNode? hash) =>
        id is null || hash is null ? null : new JsonObject { ["id"] = id.DeepClone(), ["hash"] = hash.DeepClone() };
}
