using System.CommandLine;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Connection;
using StartupOrchestrator.Cli.Output;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>studies, sites, start, tasks.</summary>
internal static class StudyCommands
{
    private static readonly Option<string?> AnyStudy = new("--study") { Description = "Key of the study, as 'startup studies' shows it" };

    public static Command Studies()
    {
        var command = new Command("studies", "List the studies with their status and how many of their sites are active.");
        command.SetAction((parsed, token) => ListAsync(parsed, "studies?limit=1000", "No study yet. Enter one: startup import clinicaltrials FILE", null, token,
            ("STUDY", "key"), ("PROTOCOL", "code"), ("STATUS", "status"), ("SITES", "sites"), ("ACTIVE", "active"), ("TITLE", "title")));
        return command;
    }

    public static Command Sites()
    {
        var study = Required();
        var command = new Command("sites", "List the sites of a study: status, next step, whom each waits on and since when.") { study };
        command.SetAction((parsed, token) => ListAsync(parsed, $"sites?study={Uri.EscapeDataString(parsed.GetValue(study)!)}&limit=2000", "This study has no sites.", parsed.GetValue(study), token,
            ("CODE", "code"), ("INSTITUTION", "name"), ("CITY", "city"), ("COUNTRY", "country"), ("STATUS", "status"), ("NEXT STEP", "nextStep"),
            ("WAITS ON", "waitingOn"), ("SINCE", "waitingSince"), ("ACTIVATION", "actual")));
        return command;
    }

    public static Command Tasks()
    {
        var command = new Command("tasks", "List open tasks: what, who, until when.") { AnyStudy };
        command.SetAction((parsed, token) =>
        {
            var study = parsed.GetValue(AnyStudy);
            var filter = study is null ? "" : $"&study={Uri.EscapeDataString(study)}";
            return ListAsync(parsed, $"tasks?open=true&sort=due&limit=2000{filter}", "No open task.", study, token,
                ("DUE", "due"), ("TASK", "title"), ("OWNER", "owner"), ("WAITS ON", "waitingOn"), ("SITE", "site"), ("STATUS", "status"));
        });
        return command;
    }

    public static Command Start()
    {
        var study = Required();
        var command = new Command("start", "Start a study's plans: its countries and sites begin their start-up.") { study };
        command.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            await using var api = await ProductConnection.OpenAsync(parsed, token);
            var key = parsed.GetValue(study)!;
            var answer = await api.PostAsync($"studies/{Uri.EscapeDataString(key)}/start", new JsonObject(), token);
            await ProductConnection.SettleAsync(api, answer, printer, token);
            printer.Result(answer, () => printer.Say($"Started {key}. See what waits: startup tasks --study {key}"));
            return 0;
        });
        return command;
    }

    internal static Option<string> Required() => new("--study") { Description = "Key of the study, as 'startup studies' shows it", Required = true };

    private static async Task<int> ListAsync(ParseResult parsed, string path, string empty, string? study, CancellationToken token, params (string, string)[] columns)
    {
        var printer = Printer.For(parsed);
        await using var api = await ProductConnection.OpenAsync(parsed, token);
        var rows = await api.GetAllAsync(path, token);
        if (rows.Count == 0 && study is not null)
        {
            // An empty list of a study that does not exist would read as good news.
            await api.GetAsync($"studies/{Uri.EscapeDataString(study)}", token);
        }

        printer.Result(rows, () => printer.Table(rows, empty, columns));
        return 0;
    }
}
