using System.CommandLine;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Connection;
using StartupOrchestrator.Cli.Output;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>import clinicaltrials, import sites.</summary>
internal static class ImportCommands
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "The file to read" };

    private static readonly Option<bool> Preview = new("--preview") { Description = "Only show what would be done" };

    public static Command Create()
    {
        var import = new Command("import", "Enter studies and sites from files. A second import of the same file changes nothing.");
        var clinicaltrials = new Command("clinicaltrials", "A study record from ClinicalTrials.gov (v2 JSON). Contacts of the registry are not kept.") { File, Preview };
        clinicaltrials.SetAction((parsed, token) => RunAsync(parsed, "imports/clinicaltrials", "application/json", "", token));
        import.Subcommands.Add(clinicaltrials);

        var study = StudyCommands.Required();
        var map = new Option<string[]>("--map") { Description = "Our column and the file's header, for example --map country=Land (country, city, institution, code, state)" };
        var sites = new Command("sites", "A site list as CSV: columns country, city, institution, code, state in any order and many spellings.") { File, study, map, Preview };
        sites.SetAction((parsed, token) =>
        {
            var query = $"&study={Uri.EscapeDataString(parsed.GetValue(study)!)}" +
                string.Concat((parsed.GetValue(map) ?? []).Select(m => $"&map={Uri.EscapeDataString(m)}"));
            return RunAsync(parsed, "imports/sites", "text/csv", query, token);
        });
        import.Subcommands.Add(sites);
        return import;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string path, string mediaType, string query, CancellationToken token)
    {
        var printer = Printer.For(parsed);
        var file = parsed.GetValue(File)!;
        if (!file.Exists)
        {
            throw new UserErrorException($"There is no file {file.FullName}.");
        }

        await using var api = await ProductConnection.OpenAsync(parsed, token);
        await using var content = file.OpenRead();
        var preview = parsed.GetValue(Preview);
        var answer = await api.UploadAsync($"{path}?preview={(preview ? "true" : "false")}{query}", content, mediaType, token);
        if (!preview)
        {
            await ProductConnection.SettleAsync(api, answer, printer, token);
        }

        printer.Result(answer, () => Describe(answer, preview, printer));
        return answer?["study"] is null || Wrong(answer) > 0 ? 1 : 0;
    }

    private static int Wrong(JsonNode? answer) => answer?["problems"]?.AsArray().Count ?? 0;

    private static void Describe(JsonNode? answer, bool preview, Printer printer)
    {
        printer.Say(answer?["study"] is { } study
            ? $"{study} {answer["title"]}: {(preview ? "would be " : "")}{answer["new"]} new, {answer["changed"]} changed, {answer["unchanged"]} unchanged"
            : "Nothing was imported.");
        foreach (var problem in answer?["problems"]?.AsArray() ?? [])
        {
            printer.Say($"  wrong: {problem!["where"]}{(problem["value"] is { } value ? $" ('{value}')" : "")}: {problem["message"]}");
        }

        if (Wrong(answer) > 0 && !preview && answer?["study"] is not null)
        {
            printer.Say("What is wrong was left out, the rest is entered. Correct the file and import it again: what is entered already stays as it is.");
        }

        foreach (var line in answer?["ignored"]?.AsArray() ?? [])
        {
            printer.Say($"  ignored: {line}");
        }
    }
}
