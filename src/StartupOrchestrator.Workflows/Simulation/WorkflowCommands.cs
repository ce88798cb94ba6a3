using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Simulation;

/// <summary>A definition file as a command got it.</summary>
/// <param name="Name">File name, for messages.</param>
/// <param name="Text">Content.</param>
public sealed record DefinitionFile(string Name, string Text);

/// <summary>What a command says.</summary>
/// <param name="ExitCode">0 when all is well, 1 when the workflow is not, 2 when a file cannot be read.</param>
/// <param name="Lines">For people.</param>
/// <param name="Json">For programs.</param>
public sealed record CommandReport(int ExitCode, IReadOnlyList<string> Lines, JsonObject Json);

/// <summary>The logic of <c>workflow run</c>, <c>workflow validate</c> and <c>workflow agree</c>; files are read and printed by the caller.</summary>
public static class WorkflowCommands
{
    /// <summary>Runs the first file to its end in memory; later files are its children and the workflows it uses as activities. No publishing checks.</summary>
    /// <param name="files">At least one file.</param>
    /// <param name="mode">How flowcharts decide.</param>
    /// <param name="inputs">Inputs by name.</param>
    public static CommandReport Run(IReadOnlyList<DefinitionFile> files, FlowMode mode = FlowMode.AsDefined, IReadOnlyDictionary<string, JsonNode?>? inputs = null)
    {
        var definitions = new List<WorkflowDefinition>();
        foreach (var file in files)
        {
            if (Read(file, out var definition) is { } error) return Unreadable(file, error);
            definitions.Add(definition!);
        }

        var result = WorkflowSimulator.Run(definitions, new SimulationOptions { FlowMode = mode, Inputs = inputs });
        var lines = new List<string>(result.Lines) { $"Status: {result.Status}/{result.SubStatus}" };
        lines.AddRange(result.Outputs.Select(o => $"Output {o.Key} = {o.Value?.ToJsonString() ?? "null"}"));
        if (result.Fault is not null) lines.Add("Fault: " + result.Fault);
        lines.AddRange(result.Blocked.Select(b => $"Blocked step '{b.ActivityName ?? b.ActivityId}': {b.Message}"));
        if (result.GivenUp) lines.Add("Given up: it still waits for something new after very many resumptions.");
        var ended = result.Status == InstanceStatus.Finished && result.SubStatus != InstanceSubStatus.Faulted;
        return new CommandReport(ended ? 0 : 1, lines, result.ToJson());
    }

    /// <summary>Checks files as publishing would; each may use the others as activities and children.</summary>
    public static CommandReport Validate(IReadOnlyList<DefinitionFile> files)
    {
        var read = files.Select(f => (File: f, Error: Read(f, out var definition), Definition: definition)).ToList();
        var source = new DefinitionSet(read.Select(r => r.Definition).OfType<WorkflowDefinition>());
        var lines = new List<string>();
        var results = new JsonArray();
        var exit = 0;
        foreach (var (file, error, definition) in read)
        {
            IReadOnlyList<DefinitionProblem> problems = definition is null
                ? [DefinitionProblem.Error("unreadable", "", error!)]
                : DefinitionValidator.Validate(definition, source: source);
            var publishable = DefinitionValidator.AllowsPublishing(problems);
            exit = Math.Max(exit, definition is null ? 2 : publishable ? 0 : 1);
            lines.Add($"{file.Name}: {(publishable ? "can be published" : "cannot be published")}");
            lines.AddRange(problems.Select(p => "  " + p));
            results.Add(new JsonObject
            {
                ["file"] = file.Name,
                ["publishable"] = publishable,
                ["problems"] = new JsonArray([.. problems.Select(ToJson)]),
            });
        }

        return new CommandReport(exit, lines, new JsonObject { ["results"] = results });
    }

    /// <summary>Compares recorded cases with this engine.</summary>
    /// <param name="jsonLines">One case a line.</param>
    public static CommandReport Agree(IEnumerable<string> jsonLines)
    {
        IReadOnlyList<AgreementRow> rows;
        try
        {
            rows = WorkflowAgreement.Run(jsonLines);
        }
        catch (DefinitionFormatException e)
        {
            return new CommandReport(2, [e.Message], new JsonObject { ["error"] = e.Message });
        }

        var lines = rows.Where(r => !r.Agrees).Select(r => $"{r.Name} {r.Mode}: {r.Status}/{r.SubStatus} {string.Join(", ", r.Lines)} — {r.Why ?? r.Fault ?? "not explained"}").ToList();
        lines.Add($"{rows.Count(r => r.Agrees)} of {rows.Count} agree, {rows.Count(r => !r.Agrees && r.Why is not null)} differ on purpose.");
        return new CommandReport(rows.All(r => r.Agrees || r.Why is not null) ? 0 : 1, lines, WorkflowAgreement.ToJson(rows));
    }

    private static string? Read(DefinitionFile file, out WorkflowDefinition? definition)
    {
        definition = null;
        try
        {
            definition = DefinitionReader.Read(file.Text);
            return null;
        }
        catch (DefinitionFormatException e)
        {
            return e.Message;
        }
    }

    private static CommandReport Unreadable(DefinitionFile file, string error) =>
        new(2, [$"{file.Name}: {error}"], new JsonObject { ["file"] = file.Name, ["error"] = error });

    private static JsonObject ToJson(DefinitionProblem p) => new()
    {
        ["severity"] = p.Severity.ToString(),
        ["code"] = p.Code,
        ["path"] = p.Path,
        ["activityId"] = p.ActivityId,
        ["activityName"] = p.ActivityName,
        ["message"] = p.Message,
    };
}
