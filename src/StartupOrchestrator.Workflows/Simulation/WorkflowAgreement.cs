using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Simulation;

/// <summary>What became of one recorded case in one mode.</summary>
/// <param name="Name">Name of the case.</param>
/// <param name="Mode"><c>counter</c> or <c>token</c>.</param>
/// <param name="Status">Status here, in Elsa's words.</param>
/// <param name="SubStatus">Finer status here, in Elsa's words.</param>
/// <param name="Lines">Lines printed here.</param>
/// <param name="Agrees">Whether status and lines are those that were recorded.</param>
/// <param name="Why">Why it is right to differ, or what else is to be said; null when there is nothing.</param>
public sealed record AgreementRow(string Name, string Mode, string Status, string SubStatus, IReadOnlyList<string> Lines, bool Agrees, string? Why)
{
    /// <summary>Message of the fault that ended the run here; null when none did.</summary>
    public string? Fault { get; init; }

    /// <summary>The row as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["mode"] = Mode,
        ["status"] = Status,
        ["subStatus"] = SubStatus,
        ["lines"] = new JsonArray([.. Lines.Select(l => JsonValue.Create(l))]),
        ["agrees"] = Agrees,
        ["why"] = Why,
        ["fault"] = Fault,
    };
}

/// <summary>Compares this engine with what Elsa was recorded to do with the same definitions.</summary>
public static class WorkflowAgreement
{
    /// <summary>Runs every case of a JSON-lines text: <c>name</c>, <c>definition</c>, and under <c>elsa</c> one recording for each mode.</summary>
    /// <exception cref="DefinitionFormatException">A line is no case.</exception>
    public static IReadOnlyList<AgreementRow> Run(IEnumerable<string> lines)
    {
        var rows = new List<AgreementRow>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(line, number) is not { } one) throw new DefinitionFormatException($"Case {number} of the file has no definition.");
            foreach (var (mode, recording) in one.Recordings) rows.Add(Try(one.Name, mode, one.Definition, recording));
        }

        return rows;
    }

    /// <summary>The rows with a summary, as JSON: <c>total</c>, <c>agree</c>, <c>results</c>.</summary>
    public static JsonObject ToJson(IReadOnlyList<AgreementRow> rows) => new()
    {
        ["total"] = rows.Count,
        ["agree"] = rows.Count(r => r.Agrees),
        ["results"] = new JsonArray([.. rows.Select(r => r.ToJson())]),
    };

    private static (string Name, JsonObject Definition, List<(string Mode, JsonObject Recording)> Recordings)? Parse(string line, int number)
    {
        try
        {
            if (DefinitionReader.Parse(line) is not { } json || json["definition"] is not JsonObject definition) return null;
            var recordings = (json["elsa"] as JsonObject ?? []).Where(p => p.Value is JsonObject).Select(p => (p.Key, (JsonObject)p.Value!)).ToList();
            if (recordings.Count == 0) recordings = [("counter", []), ("token", [])];
            return (json.Text("name") ?? $"line {number}", definition, recordings);
        }
        catch (DefinitionFormatException e)
        {
            throw new DefinitionFormatException($"Case {number} of the file: {e.Message}", e);
        }
    }

    /// <summary>One case that cannot be run does not hide the others.</summary>
    private static AgreementRow Try(string name, string mode, JsonObject definition, JsonObject recording)
    {
        try
        {
            return Compare(name, mode, DefinitionReader.Read(definition), recording);
        }
        catch (Exception e) when (e is DefinitionFormatException or InvalidOperationException)
        {
            return new AgreementRow(name, mode, "NotRun", "NotRun", [], false, null) { Fault = e.Message };
        }
    }

    private static AgreementRow Compare(string name, string mode, WorkflowDefinition definition, JsonObject recording)
    {
        var flow = mode == "token" ? FlowMode.Token : FlowMode.Counter;
        var result = WorkflowSimulator.Run([definition], new SimulationOptions { FlowMode = flow });
        var (status, subStatus) = (result.Status.ToString(), result.SubStatus.ToString());
        var theirs = Lines((recording["lines"].Elements() ?? []).Select(l => l.AsText() ?? ""));
        var ours = Lines(result.Lines);
        var agrees = recording.Count > 0 && theirs.SequenceEqual(ours)
            && (recording.Text("status") ?? status) == status && (recording.Text("subStatus") ?? subStatus) == subStatus;
        return new AgreementRow(name, mode, status, subStatus, ours, agrees, Why(definition, mode, result, recording, agrees)) { Fault = result.Fault };
    }

    /// <summary>What a reader of the console sees: a text of several lines is several lines, and blank ones were not recorded.</summary>
    private static List<string> Lines(IEnumerable<string> printed) =>
        [.. printed.SelectMany(text => text.Split('\n')).Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];

    private static string? Why(WorkflowDefinition definition, string mode, SimulationResult result, JsonObject recording, bool agrees)
    {
        if (recording.Count == 0) return "nothing was recorded for this mode";
        var stuck = result.Blocked.FirstOrDefault(b => b.Cause == BlockCause.WaitsForNothing);
        if (stuck is not null && recording.Text("subStatus") == "Suspended" && recording.Number("bookmarks") == 0)
            return "Elsa is left suspended with nothing to wait for; here that is a blocked step: " + stuck.Message;
        return agrees ? null : KnownDifferences.Explain(definition, mode, result, recording);
    }
}
