using System.CommandLine;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Cli.Connection;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Server.Features.Rehearsals;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>rehearse: a dry run of a study's whole start-up on virtual time.</summary>
internal static class RehearseCommand
{
    public static Command Create()
    {
        var study = StudyCommands.Required();
        var seed = new Option<long>("--seed") { Description = "The same seed meets the same world: the same dates, decisions and documents", DefaultValueFactory = _ => 1 };
        var into = new Option<string>("--into") { Description = "A new folder for the rehearsal's database; look at it with --data", Required = true };
        var until = new Option<string?>("--until") { Description = "Stop at the end of this day (YYYY-MM-DD) instead of when every site is active or has ended" };
        var from = new Option<string?>("--from") { Description = "First virtual day (YYYY-MM-DD, default today)" };
        var intoConnection = new Option<string?>("--into-connection") { Description = "Keep the rehearsal's records in this PostgreSQL database (empty, of its own) instead of SQLite in --into" };
        var resume = new Option<bool>("--resume") { Description = "Go on with a dry run in --into whose process ended before it was over" };
        var cluster = new Option<bool>("--cluster") { Description = "Let servers started with --cluster --follow over --into-connection host the actors" };
        var ledger = new Option<string?>("--ledger") { Description = "Write each acknowledged act to this file at once (for tests that kill the process)" };
        var command = new Command(
            "rehearse",
            "Play the whole start-up of a copy of a study on virtual time: mails are produced and their links answered, committees ask\n" +
            "questions, contracts go through rounds, until every site is active or has ended. No mail leaves; the study itself does not change.")
        { study, seed, into, until, from, intoConnection, resume, cluster, ledger };
        command.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            var begin = Day(parsed.GetValue(from), "--from") ?? LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var copy = await CopyAsync(parsed, parsed.GetValue(study)!, token);
            var request = new RehearsalRequest(copy, parsed.GetValue(seed), Path.GetFullPath(parsed.GetValue(into)!), begin, Day(parsed.GetValue(until), "--until"))
            {
                Connection = parsed.GetValue(intoConnection), Resume = parsed.GetValue(resume), Cluster = parsed.GetValue(cluster), Ledger = parsed.GetValue(ledger),
            };
            try
            {
                var report = await Rehearsal.RunAsync(request, p => printer.Progress($"{p.Today:uuuu-MM-dd}  {p.Over} of {p.Sites} sites active or ended, {p.Acts} acts"), token);
                printer.Result(JsonSerializer.SerializeToNode(report, DomainJson.Options), () => Describe(report, printer, parsed.GetValue(into)!));
                return report.BlockedSteps.Count == 0 && (request.Until is not null || report.Unfinished.Count == 0) ? 0 : 1;
            }
            catch (RehearsalException e)
            {
                throw new UserErrorException(e.Message);
            }
        });
        return command;
    }

    private static async Task<StudyCopy> CopyAsync(ParseResult parsed, string study, CancellationToken cancellationToken)
    {
        await using var api = await ProductConnection.OpenAsync(parsed, cancellationToken);
        var copy = await api.GetAsync($"studies/{Uri.EscapeDataString(study)}/copy", cancellationToken);
        return copy.Deserialize<StudyCopy>(DomainJson.Options)!;
    }

    private static LocalDate? Day(string? text, string option) =>
        text is null ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value
        : throw new UserErrorException($"{option}: '{text}' is not a day. Write YYYY-MM-DD, for example 2027-03-12.");

    private static void Describe(RehearsalReport report, Printer printer, string into)
    {
        printer.Say($"{report.Study}, seed {report.Seed}: {report.Begin:uuuu-MM-dd} to {report.End:uuuu-MM-dd}");
        printer.Say($"  {report.Sites} sites: {string.Join(", ", report.ByStatus.Select(s => $"{s.Value} {s.Key}"))}");
        printer.Say($"  first activation {report.FirstActivation:uuuu-MM-dd}, last {report.LastActivation:uuuu-MM-dd}");
        printer.Say($"  {report.Acts} acts, {report.Answers} of them answered by the link in the mail; {report.Mails} mails produced, none left");
        foreach (var line in report.BlockedSteps.Select(b => $"blocked step: {b}").Concat(report.Unfinished.Select(u => $"unfinished: {u}")))
        {
            printer.Say($"  {line}");
        }

        printer.Say($"Look at it: startup sites --study {report.Study} --data {into}");
    }
}
