using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Instances;

/// <summary>
/// Makes of a draft the document of a version that never changes: its identity, the version of every activity, and copies of
/// the workflows that it uses as activities, so that a later version of those changes nothing for it.
/// </summary>
public static class Publication
{
    private const string Used = "usedDefinitions";

    /// <summary>Makes the document.</summary>
    /// <param name="definition">The draft.</param>
    /// <param name="versionId">Id of the new version, unique over all definitions.</param>
    /// <param name="number">Its number.</param>
    /// <param name="registry">Activities that it may name; by default all of this program.</param>
    /// <param name="source">Definitions that it may use as activities.</param>
    public static WorkflowDefinition Prepare(WorkflowDefinition definition, string versionId, int number, ActivityRegistry? registry = null, IDefinitionSource? source = null)
    {
        var document = definition.ToJson();
        document["id"] = versionId;
        document["version"] = number;
        document["isLatest"] = true;
        document["isPublished"] = true;
        if (document["root"] is JsonObject root) PinVersions(root, registry ?? ActivityRegistry.Default);
        Embed(document, UsedIn(definition, registry, source ?? UsedBy(definition)));
        return DefinitionReader.Read(document);
    }

    /// <summary>The workflows that came with a published version.</summary>
    public static IDefinitionSource UsedBy(WorkflowDefinition definition) =>
        (definition.Document["customProperties"] as JsonObject)?[Used] is JsonArray { Count: > 0 } copies
            ? new DefinitionSet(copies.OfType<JsonObject>().Select(c => DefinitionReader.Read((JsonObject)c.DeepClone())))
            : DefinitionSet.Empty;

    /// <summary>The document as it is given to others: without the copies.</summary>
    public static JsonObject Export(WorkflowDefinition definition)
    {
        var document = definition.ToJson();
        (document["customProperties"] as JsonObject)?.Remove(Used);
        return document;
    }

    private static void Embed(JsonObject document, List<WorkflowDefinition> used)
    {
        if (document["customProperties"] is not JsonObject custom) document["customProperties"] = custom = [];
        custom.Remove(Used);
        if (used.Count > 0) custom[Used] = new JsonArray([.. used.Select(Export)]);
    }

    /// <summary>All workflows that the graph of a definition runs as activities, each once.</summary>
    private static List<WorkflowDefinition> UsedIn(WorkflowDefinition definition, ActivityRegistry? registry, IDefinitionSource source) =>
        [.. WorkflowGraph.Build(definition, registry, source).Nodes.Where(n => n.Parent is not null).Select(n => n.Composite).OfType<WorkflowDefinition>().DistinctBy(d => (d.DefinitionId, d.Id))];

    private static void PinVersions(JsonNode? node, ActivityRegistry registry)
    {
        switch (node)
        {
            case JsonObject o:
                if (ActivityShape.IsActivity(o) && registry.Find(o.Text("type")!, o.Number("version") ?? 0) is { } known) o["version"] = known.Version;
                foreach (var (name, member) in o.ToList())
                    if (!ActivityShape.IsOwnMember(name)) PinVersions(member, registry);
                break;
            case JsonArray array:
                foreach (var item in array.ToList()) PinVersions(item, registry);
                break;
        }
    }
}
