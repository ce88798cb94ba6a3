using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Instances;

/// <summary>What is different between two versions of a definition, in the words of its activities.</summary>
/// <param name="Added">Activities that only the second has.</param>
/// <param name="Removed">Activities that only the first has.</param>
/// <param name="Changed">Activities that both have, with the members that differ.</param>
/// <param name="Connections">Connections that were added (+) or removed (-).</param>
/// <param name="Document">Members of the document itself that differ: variables, inputs, options.</param>
public sealed record DefinitionChanges(
    IReadOnlyList<ChangedActivity> Added, IReadOnlyList<ChangedActivity> Removed, IReadOnlyList<ChangedActivity> Changed, IReadOnlyList<string> Connections, IReadOnlyList<ChangedMember> Document)
{
    private static readonly string[] Beside = ["id", "version", "isLatest", "isPublished", "createdAt", "$schema", "root", "toolVersion", "customProperties"];
    private static readonly string[] Structure = ["activities", "connections", "nodeId", "metadata"];

    /// <summary>Compares. Places on the canvas do not count.</summary>
    public static DefinitionChanges Between(WorkflowDefinition from, WorkflowDefinition to)
    {
        var (before, after) = (ById(from), ById(to));
        return new DefinitionChanges(
            [.. after.Where(a => !before.ContainsKey(a.Key)).Select(a => Line(a.Value))],
            [.. before.Where(a => !after.ContainsKey(a.Key)).Select(a => Line(a.Value))],
            [.. after.Where(a => before.ContainsKey(a.Key)).Select(a => Line(a.Value) with { Members = Members(before[a.Key].Json, a.Value.Json, Structure) }).Where(c => c.Members.Count > 0)],
            [.. Lines(before).Except(Lines(after)).Select(c => "- " + c).Concat(Lines(after).Except(Lines(before)).Select(c => "+ " + c))],
            Members(from.ToJson(), to.ToJson(), Beside));
    }

    private static Dictionary<string, ActivityElement> ById(WorkflowDefinition definition) => definition.Activities().GroupBy(a => a.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static IEnumerable<string> Lines(Dictionary<string, ActivityElement> activities) =>
        activities.Values.SelectMany(a => a.Connections).Select(c => $"{Name(activities, c.Source)} ({c.Port}) → {Name(activities, c.Target)}").Distinct();

    private static string Name(Dictionary<string, ActivityElement> activities, string id) => activities.TryGetValue(id, out var a) && a.DisplayName is { } name ? name : id;

    private static ChangedActivity Line(ActivityElement a) => new(a.Id, a.DisplayName, a.Type, []);

    private static IReadOnlyList<ChangedMember> Members(JsonObject from, JsonObject to, string[] without) =>
        [.. from.Select(m => m.Key).Union(to.Select(m => m.Key)).Where(name => !without.Contains(name) && !IsEmbedded(from[name] ?? to[name]) && !JsonNode.DeepEquals(from[name], to[name]))
            .Select(name => new ChangedMember(name, from[name]?.DeepClone(), to[name]?.DeepClone()))];

    /// <summary>Embedded activities are compared as activities of their own.</summary>
    private static bool IsEmbedded(JsonNode? member) => member switch
    {
        JsonObject o => o["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && o["id"] is not null,
        JsonArray { Count: > 0 } list => list.All(IsEmbedded),
        _ => false,
    };
}

/// <summary>An activity that differs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name on the canvas.</param>
/// <param name="Type">Its type.</param>
/// <param name="Members">What of it differs.</param>
public sealed record ChangedActivity(string Id, string? Name, string Type, IReadOnlyList<ChangedMember> Members);

/// <summary>A member that differs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Value in the first.</param>
/// <param name="To">Value in the second.</param>
public sealed record ChangedMember(string Name, JsonNode? From, JsonNode? To);
