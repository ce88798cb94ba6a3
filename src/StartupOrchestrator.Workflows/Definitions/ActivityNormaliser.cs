using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>Rewrites one activity, and those inside it, into the current form, in place.</summary>
internal static class ActivityNormaliser
{
    private static readonly string[] Switches = ["canStartWorkflow", "runAsynchronously"];

    public static void Rewrite(JsonObject activity, string parentNodeId)
    {
        RestoreOriginal(activity);
        StripTypeWrappers(activity);
        MoveSwitches(activity);
        var nodeId = parentNodeId + ":" + (activity.Text("id") ?? "");
        if (activity.ContainsKey("nodeId")) activity["nodeId"] = nodeId;
        else activity.Insert(Math.Min(1, activity.Count), "nodeId", nodeId);
        foreach (var (name, value) in activity.ToList())
            if (!ActivityShape.IsOwnMember(name)) RewriteMember(value, nodeId);
        if (activity["activities"] is JsonArray && activity.ContainsKey("connections")) ConnectionNormaliser.Rewrite(activity);
    }

    /// <summary>Elsa saves an activity that it does not know as a placeholder with the original inside; the original takes its place again.</summary>
    private static void RestoreOriginal(JsonObject activity)
    {
        if (activity.Text("type") != "Elsa.NotFoundActivity" || activity.Text("originalActivityJson") is not { } text) return;
        JsonObject original;
        try
        {
            original = DefinitionReader.Parse(text);
        }
        catch (DefinitionFormatException)
        {
            return;
        }

        if (original.Text("type") is null or "Elsa.NotFoundActivity") return;
        var (id, metadata) = (activity.Text("id"), activity["metadata"]?["designer"]?.DeepClone());
        activity.Clear();
        foreach (var (name, value) in original.ToList())
        {
            original.Remove(name);
            activity[name] = value;
        }

        if (id is not null) activity["id"] = id;
        if (metadata is null) return;
        if (activity["metadata"] is not JsonObject own) activity["metadata"] = own = [];
        own["designer"] = metadata;
    }

    private static void RewriteMember(JsonNode? value, string nodeId)
    {
        switch (value)
        {
            case JsonObject o when ActivityShape.IsActivity(o):
                Rewrite(o, nodeId);
                break;
            case JsonObject o when o["expression"] is JsonObject expression:
                if (expression.Text("type") == "Json") expression["type"] = "Object";
                break;
            case JsonObject o:
                foreach (var (_, member) in o.ToList()) RewriteMember(member, nodeId);
                break;
            case JsonArray array:
                foreach (var item in array.ToList()) RewriteMember(item, nodeId);
                break;
        }
    }

    /// <summary>Old files have switches on the activity, or in PascalCase among the custom properties.</summary>
    private static void MoveSwitches(JsonObject activity)
    {
        if (activity["customProperties"] is not JsonObject custom)
        {
            activity.Remove("customProperties");
            activity["customProperties"] = custom = [];
        }

        foreach (var name in Switches)
        {
            var pascal = char.ToUpperInvariant(name[0]) + name[1..];
            var value = custom.Flag(name) ?? custom.Flag(pascal) ?? activity.Flag(name);
            custom.Remove(pascal);
            activity.Remove(name);
            if (value is { } known) custom[name] = known;
        }
    }

    /// <summary>Reference-preserving serialisers wrote <c>_type</c> members and lists as <c>{"_type", "items"}</c>.</summary>
    private static void StripTypeWrappers(JsonObject o)
    {
        o.Remove("_type");
        foreach (var (name, value) in o.ToList())
        {
            if (value is JsonObject wrapper && (wrapper.ContainsKey("$values") || wrapper.ContainsKey("_type"))
                && (wrapper["$values"] ?? wrapper["items"] ?? wrapper["values"]) is JsonArray list)
            {
                o[name] = list.DeepClone();
            }

            if (o[name] is JsonObject inner && !ActivityShape.IsActivity(inner)) StripTypeWrappers(inner);
            else if (o[name] is JsonArray items)
                foreach (var item in items.OfType<JsonObject>().Where(i => !ActivityShape.IsActivity(i))) StripTypeWrappers(item);
        }
    }
}
