using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Activities;

/// <summary>What the declarations of activities give to others: the palette of the designer, the documentation, the JSON schema.</summary>
public static class ActivityCatalog
{
    /// <summary>Descriptors of the newest versions for the designer: palette entry, property editors, ports.</summary>
    public static JsonArray ToJson(ActivityRegistry? registry = null) =>
        new([.. (registry ?? ActivityRegistry.Default).Newest.Select(Describe)]);

    /// <summary>The documentation page of all activities that the palette offers, as Markdown.</summary>
    public static string ToMarkdown(ActivityRegistry? registry = null)
    {
        var page = new StringBuilder("# Activities\n\nGenerated from the declarations of the activities; do not edit.\n");
        var shown = (registry ?? ActivityRegistry.Default).Newest.Where(d => !d.Declaration.Hidden);
        foreach (var category in shown.GroupBy(d => d.Declaration.Category).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {category.Key}\n");
            foreach (var activity in category.OrderBy(d => d.Label, StringComparer.Ordinal)) Write(page, activity);
        }

        return page.ToString();
    }

    /// <summary>A JSON schema of the activities, for editors of definition files.</summary>
    public static JsonObject ToJsonSchema(ActivityRegistry? registry = null) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Activity of a workflow definition",
        ["oneOf"] = new JsonArray([.. (registry ?? ActivityRegistry.Default).Newest.Select(Schema)]),
    };

    private static JsonObject Describe(ActivityDescriptor d) => new()
    {
        ["type"] = d.Type,
        ["version"] = d.Version,
        ["label"] = d.Label,
        ["category"] = d.Declaration.Category,
        ["description"] = d.Declaration.Description,
        ["isTrigger"] = d.Declaration.IsTrigger,
        ["isTerminal"] = d.Behaviour.IsTerminal,
        ["hidden"] = d.Declaration.Hidden,
        ["ports"] = new JsonArray([.. d.Declaration.Ports.Select(p => JsonValue.Create(p))]),
        ["inputs"] = new JsonArray([.. d.Inputs.Select(i => new JsonObject
        {
            ["name"] = i.Name,
            ["type"] = i.Source.Type,
            ["label"] = i.Source.Label ?? ActivityDescriptor.Words(i.Name),
            ["description"] = i.Source.Description,
            ["default"] = i.Default?.DeepClone(),
            ["editor"] = i.Source.Editor.Length > 0 ? i.Source.Editor : i.Type.Kind == Definitions.ValueKind.Boolean ? "checkbox" : "single-line",
            ["options"] = new JsonArray([.. i.Source.Options.Select(o => JsonValue.Create(o))]),
            ["required"] = i.Source.Required,
            ["raw"] = i.Source.Raw,
        })]),
        ["outputs"] = new JsonArray([.. d.Outputs.Select(o => new JsonObject { ["name"] = o.Name, ["type"] = o.Type, ["description"] = o.Description })]),
        ["outcomes"] = new JsonArray([.. d.Outcomes.Select(o => new JsonObject { ["name"] = o.Name, ["description"] = o.Description, ["share"] = o.Share < 0 ? null : o.Share })]),
        ["waits"] = new JsonArray([.. d.Waits.Select(w => new JsonObject { ["name"] = w.Name, ["who"] = w.Who, ["typicalDays"] = w.Typical, ["longestDays"] = w.Longest })]),
    };

    private static void Write(StringBuilder page, ActivityDescriptor activity)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {activity.Label}\n\n`{activity.Type}` version {activity.Version}. {activity.Declaration.Description}\n");
        if (activity.Declaration.IsTrigger) page.Append("\nCan start a workflow.\n");
        if (activity.Inputs.Count > 0)
        {
            page.Append("\n| Input | Type | Default | Meaning |\n|---|---|---|---|\n");
            foreach (var input in activity.Inputs)
                page.Append(CultureInfo.InvariantCulture, $"| {input.Name}{(input.Source.Required ? " (required)" : "")} | `{input.Source.Type}` | {Cell(input.Default?.ToJsonString())} | {Cell(input.Source.Description)}{Choices(input.Source)} |\n");
        }

        if (activity.Outputs.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"\nOutputs: {string.Join(", ", activity.Outputs.Select(o => $"`{o.Name}`" + (o.Description.Length > 0 ? $" ({o.Description.TrimEnd('.')})" : "")))}.\n");
        page.Append(CultureInfo.InvariantCulture, $"\nOutcomes: {string.Join(", ", activity.Outcomes.Select(o => $"`{o.Name}`" + (o.Description.Length > 0 ? $" ({o.Description.TrimEnd('.')})" : "")))}.\n");
        foreach (var wait in activity.Waits)
            page.Append(CultureInfo.InvariantCulture, $"\nWaits for {wait.Who}: {wait.Name}, typically {wait.Typical} business days, seldom more than {wait.Longest}.\n");
    }

    private static string Choices(InputAttribute input) => input.Options.Length == 0 ? "" : $" One of {string.Join(", ", input.Options.Select(o => $"`{o}`"))}.";

    private static string Cell(string? text) => text?.Replace("|", "\\|", StringComparison.Ordinal) ?? "";

    private static JsonObject Schema(ActivityDescriptor d)
    {
        var properties = new JsonObject
        {
            ["type"] = new JsonObject { ["const"] = d.Type },
            ["id"] = new JsonObject { ["type"] = "string" },
            ["version"] = new JsonObject { ["type"] = "integer" },
        };
        foreach (var input in d.Inputs)
            properties[input.Name] = new JsonObject { ["description"] = input.Source.Description };
        foreach (var port in d.Declaration.Ports)
            properties.TryAdd(port, new JsonObject { ["description"] = "Embedded activity or activities." });
        return new JsonObject
        {
            ["title"] = d.Label,
            ["description"] = d.Declaration.Description,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray(["type", "id", .. d.Inputs.Where(i => i.Source.Required).Select(i => (JsonNode)i.Name)]),
        };
    }
}
