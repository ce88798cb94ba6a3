using System.Text.Json.Nodes;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Http;

/// <summary>Puts personal values in place of their references, for callers who may read them; others and erased values get null.</summary>
public sealed class PersonalText(IPersonalValues values)
{
    /// <summary>Copies of the nodes with all references replaced, read in one go.</summary>
    public async Task<IReadOnlyList<JsonNode?>> ResolveAsync(IReadOnlyList<JsonNode?> nodes, bool mayRead, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (mayRead)
        {
            foreach (var node in nodes)
            {
                Collect(node, ids);
            }
        }

        var texts = ids.Count == 0 ? new Dictionary<string, string>() : await values.ReadAsync(ids, cancellationToken);
        return [.. nodes.Select(n => Replace(n, texts))];
    }

    /// <summary>One value; null when it is erased or the caller may not read it.</summary>
    public async Task<string?> ResolveAsync(Domain.Actors.PersonalRef? reference, bool mayRead, CancellationToken cancellationToken) =>
        reference is not null && mayRead ? (await values.ReadAsync([reference.Id], cancellationToken)).GetValueOrDefault(reference.Id) : null;

    private static void Collect(JsonNode? node, HashSet<string> ids)
    {
        if (IdOf(node) is { } id)
        {
            ids.Add(id);
            return;
        }

        foreach (var child in ChildrenOf(node))
        {
            Collect(child, ids);
        }
    }

    private static JsonNode? Replace(JsonNode? node, IReadOnlyDictionary<string, string> texts)
    {
        if (IdOf(node) is { } id)
        {
            return texts.GetValueOrDefault(id);
        }

        return node switch
        {
            JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Replace(p.Value, texts)))),
            JsonArray a => new JsonArray([.. a.Select(i => Replace(i, texts))]),
            _ => node?.DeepClone(),
        };
    }

    private static IEnumerable<JsonNode?> ChildrenOf(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => p.Value),
        JsonArray a => a,
        _ => [],
    };

    /// <summary>A reference is an object of exactly an id and a hash of 64 hexadecimal digits.</summary>
    private static string? IdOf(JsonNode? node) =>
        node is JsonObject { Count: 2 } o && o["id"] is JsonValue id && id.TryGetValue<string>(out var key) && o["hash"] is JsonValue hash
        && hash.TryGetValue<string>(out var hex) && hex.Length == 64 && hex.All(char.IsAsciiHexDigitLower)
            ? key
            : null;
}
