using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>Rewrites the older spellings of a document into the current one. What it does not know it leaves alone.</summary>
internal static class DefinitionNormaliser
{
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly string[] Members =
    [
        "id", "definitionId", "tenantId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs", "outputs", "outcomes",
        "customProperties", "isReadonly", "isSystem", "isLatest", "isPublished", "options", "usableAsActivity", "root",
    ];

    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];

    /// <summary>Returns the document in the current form; <paramref name="source"/> is not changed.</summary>
    public static JsonObject Rewrite(JsonObject source)
    {
        var old = (JsonObject)source.DeepClone();
        var document = new JsonObject { ["$schema"] = Schema };
        foreach (var (name, value) in old.ToList())
        {
            if (name == "$schema") continue;
            old.Remove(name);
            document[Current(name, source)] = value;
        }

        foreach (var list in Lists)
            document[list] = document[list].Elements()?.DeepClone() ?? new JsonArray();
        if (document["customProperties"] is not JsonObject) document["customProperties"] = new JsonObject();
        if (document["options"] is not JsonObject) document["options"] = new JsonObject();
        MoveUsableAsActivity(document);
        if (document["root"] is JsonObject root)
        {
            // The root moves to the end, as the current form has it.
            document.Remove("root");
            document["root"] = root;
            ActivityNormaliser.Rewrite(root, "Workflow1");
        }

        return document;
    }

    /// <summary>Members of the document are read whatever their case, as the original does.</summary>
    private static string Current(string name, JsonObject source) =>
        Members.FirstOrDefault(m => string.Equals(m, name, StringComparison.OrdinalIgnoreCase)) is { } known && (known == name || !source.ContainsKey(known)) ? known : name;

    private static void MoveUsableAsActivity(JsonObject document)
    {
        if (document.Flag("usableAsActivity") is not { } usable) return;
        document.Remove("usableAsActivity");
        var options = (JsonObject)document["options"]!;
        if (options["usableAsActivity"] is null) options["usableAsActivity"] = usable;
    }
}
