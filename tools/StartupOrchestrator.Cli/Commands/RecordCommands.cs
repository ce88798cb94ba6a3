using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Cli.Connection;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Storage.Sqlite;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>verify-audit, rebuild, export: about the records themselves.</summary>
internal static class RecordCommands
{
    private const int MaximumFaults = 20;

    public static Command Verify()
    {
        var command = new Command(
            "verify-audit",
            "Check every record: walk each chain, fold the journal, compare states, list rows and the anchor outside the database.\n" +
            "Names the first thing that does not fit. Exit code 0 only when everything fits.");
        command.SetAction((parsed, token) => OnFolderAsync(parsed, async (runtime, folder) =>
        {
            var anchor = new AnchorFile(Path.Combine(folder, RecordAnchors.FileName), AnchorFile.LoadOrMakeKey(Path.Combine(folder, "keys"))).Read();
            var report = await new AuditVerifier(runtime.Storage, runtime.Shells).VerifyAsync(anchor, MaximumFaults, token);
            var printer = Printer.For(parsed);
            printer.Result(JsonSerializer.SerializeToNode(report, DomainJson.Options), () =>
            {
                printer.Say($"{report.Streams} records, {report.Entries} entries{(anchor is null ? ", no anchor yet" : $", anchor {anchor.Number} of {anchor.At}")}");
                foreach (var fault in report.Faults)
                {
                    printer.Say($"  does not fit: {fault.Stream}, entry {fault.Version}, {fault.Field}: {fault.Problem}");
                }

                printer.Say(report.Faults.Count == 0 ? "Everything fits." : "The records were changed outside the product, or the disk is failing. Do not write to this database; restore a backup beside it and compare.");
            });
            return report.Faults.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    public static Command Rebuild()
    {
        var command = new Command("rebuild", "Make state documents and list rows anew from the journal. The journal itself is never written.");
        command.SetAction((parsed, token) => OnFolderAsync(parsed, async (runtime, _) =>
        {
            var printer = Printer.For(parsed);
            var report = await new Rebuilder(runtime.Storage, runtime.Shells).RebuildAsync(new Progress<long>(n => printer.Progress($"{n} records")), token);
            printer.Result(JsonSerializer.SerializeToNode(report, DomainJson.Options), () =>
            {
                printer.Say($"{report.Rebuilt} records rebuilt.");
                foreach (var fault in report.Faults)
                {
                    printer.Say($"  not rebuilt: {fault.Stream}, entry {fault.Version}, {fault.Field}: {fault.Problem}");
                }
            });
            return report.Faults.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    public static Command Export()
    {
        var export = new Command("export", "Take data out.");
        var id = new Argument<string>("ID") { Description = "Key of the study" };
        var file = new Option<FileInfo>("--out") { Description = "File to write (ZIP with one CSV a kind and the audit trail)", Required = true };
        var study = new Command("study", "Everything of a study in your scope, as a ZIP with one CSV a kind.") { id, file };
        study.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            await using var api = await ProductConnection.OpenAsync(parsed, token);
            var path = parsed.GetValue(file)!.FullName;
            var bytes = await api.DownloadAsync($"studies/{Uri.EscapeDataString(parsed.GetValue(id)!)}/export", path, token);
            printer.Result(new JsonObject { ["file"] = path, ["bytes"] = bytes }, () => printer.Say($"{path}: {bytes} bytes"));
            return 0;
        });
        export.Subcommands.Add(study);
        return export;
    }

    internal static async Task<int> OnFolderAsync(ParseResult parsed, Func<StartupRuntime, string, Task<int>> work)
    {
        if (parsed.GetValue(CommonOptions.Server) is not null)
        {
            throw new UserErrorException("This command works on the database itself: give --data DIR on the machine where it lies, or --connection.");
        }

        var folder = Path.GetFullPath(parsed.GetValue(CommonOptions.Data)!);
        var connection = parsed.GetValue(CommonOptions.Connection);
        if (connection is null && !File.Exists(Path.Combine(folder, SqliteStorage.FileName)))
        {
            throw new UserErrorException($"There is no database in {folder}. Give its folder with --data DIR, or --connection for PostgreSQL.");
        }

        await using var app = ProductHost.Build(new ProductOptions { DataDirectory = folder, Connection = connection, Urls = "http://127.0.0.1:0", DeliverByHand = true, HostArguments = ["--Logging:LogLevel:Default=Error", "--Logging:Console:LogToStandardErrorThreshold=Trace"] });
        try
        {
            return await work(app.Services.GetRequiredService<StartupRuntime>(), folder);
        }
        catch (DataFolderInUseException e)
        {
            throw new UserErrorException($"{e.Message} The records are checked while nobody writes: stop that process first.");
        }
        catch (AnchorException e)
        {
            throw new UserErrorException(e.Message);
        }
    }
}
