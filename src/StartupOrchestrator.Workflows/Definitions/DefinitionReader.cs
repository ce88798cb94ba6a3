using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>Reads Elsa 3 definitions of any age. A document that has a root activity is always read; what is odd about it is reported.</summary>
public static class DefinitionReader
{
    /// <summary>How deep a definition may be nested, in levels of JSON; four times what the original reads.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    /// <summary>Reads a definition from its text.</summary>
    /// <exception cref="DefinitionFormatException">Not JSON, or no root activity.</exception>
    public static WorkflowDefinition Read(string json) => Read(Parse(json));

    /// <summary>Parses the text of a definition, with comments, trailing commas and deep nesting.</summary>
    /// <exception cref="DefinitionFormatException">Not a JSON object.</exception>
    public static JsonObject Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json)) throw new DefinitionFormatException("It is empty.");
        try
        {
            return JsonNode.Parse(json, documentOptions: Lenient) as JsonObject ?? throw new DefinitionFormatException("A workflow definition is a JSON object.");
        }
        catch (JsonException e)
        {
            var message = e.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            throw new DefinitionFormatException(
                string.Create(CultureInfo.InvariantCulture, $"Not JSON (line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}): {message}"), e);
        }
    }

    /// <summary>Reads a definition from its document, which is not changed.</summary>
    /// <exception cref="DefinitionFormatException">No root activity, or a member given twice.</exception>
    public static WorkflowDefinition Read(JsonObject source)
    {
        JsonObject document;
        try
        {
            document = DefinitionNormaliser.Rewrite(source);
        }
        catch (ArgumentException e)
        {
            throw new DefinitionFormatException("A member is given twice in one object: " + e.Message, e);
        }

        if (document["root"] is not JsonObject root || root.Text("type") is null)
            throw new DefinitionFormatException("The definition has no root activity: member 'root' with a 'type' is missing.");
        var problems = new List<DefinitionProblem>();
        var rootElement = new ElementReader(problems).Read(root, "root");
        var id = document.Text("id") ?? document.Text("definitionId") ?? "";
        return new WorkflowDefinition(document)
        {
            Id = id,
            DefinitionId = document.Text("definitionId") ?? id,
            Name = document.Text("name")?.Trim(),
            Description = document.Text("description")?.Trim(),
            Version = document.Number("version") ?? 1,
            ToolMajor = ToolMajor(document.Text("toolVersion")),
            IsLatest = document.Flag("isLatest") ?? false,
            IsPublished = document.Flag("isPublished") ?? false,
            Variables = VariableReader.Read(document["variables"], "variables", problems, null),
            Inputs = Arguments(document["inputs"], "inputs", problems),
            Outputs = Arguments(document["outputs"], "outputs", problems),
            Outcomes = document["outcomes"].Elements()?.Select(o => o.AsText()).OfType<string>().ToList() ?? [],
            Options = Options((JsonObject)document["options"]!),
            Root = rootElement,
            Problems = problems,
        };
    }

    private static int? ToolMajor(string? version) =>
        version is not null && int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;

    private static WorkflowOptions Options(JsonObject options) => new()
    {
        IncidentStrategy = options.Text("incidentStrategyType") switch
        {
            { } name when name.Contains("ContinueWithIncidents", StringComparison.Ordinal) => IncidentStrategy.ContinueWithIncidents,
            { } name when name.Contains("FaultStrategy", StringComparison.Ordinal) => IncidentStrategy.Fault,
            _ => null,
        },
        UsableAsActivity = options.Flag("usableAsActivity") ?? false,
        AutoUpdateConsumingWorkflows = options.Flag("autoUpdateConsumingWorkflows") ?? false,
        ActivityCategory = options.Text("activityCategory"),
        ActivationStrategy = options.Text("activationStrategyType"),
    };

    private static List<ArgumentDefinition> Arguments(JsonNode? list, string path, List<DefinitionProblem> problems)
    {
        var result = new List<ArgumentDefinition>();
        foreach (var (item, index) in (list.Elements() ?? []).OfType<JsonObject>().Select((item, index) => (item, index)))
        {
            if (item.Text("name") is not { } name) continue;
            var alias = item.Text("type");
            var type = ValueType.Find(alias);
            if (type is null)
                problems.Add(DefinitionProblem.Warning("unknown-type", $"{path}[{index}]", $"Type '{alias}' of '{name}' is not known; it is treated as Object."));
            else if (item.Flag("isArray") == true) type = type with { IsList = true };
            result.Add(new ArgumentDefinition(name, type ?? ValueType.Any, item.Text("displayName"), item.Text("description"), item.Text("uiHint")));
        }

        return result;
    }
}
