using System.CommandLine;
using StartupOrchestrator.Cli.Commands;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Cli;

/// <summary>The root of <c>startup</c>: its options, its commands, and what the exit code means.</summary>
public static class StartupCommand
{
    /// <summary>Runs a command line. 0 on success only; 1 when the work failed; 2 when the words were wrong.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var root = new RootCommand(
            "Study start-up from the command line: import a study, start it, rehearse it, see what waits, check its records.\n\n" +
            "  startup import clinicaltrials NCT02552212.json      enter a study from its registry record\n" +
            "  startup start --study nct02552212                   start its plans\n" +
            "  startup sites --study nct02552212                   see every site and whom it waits on\n" +
            "  startup rehearse --study nct02552212 --seed 7 --into DIR2   dry run on virtual time; no mail leaves\n" +
            "  startup verify-audit                                check every record\n\n" +
            "Commands work on --data DIR (default ./data): they host the product themselves, or talk to the process that\n" +
            "owns the directory; --connection names a PostgreSQL database instead. With --server URL --token T they talk to a server.");
        foreach (var option in CommonOptions.All)
        {
            root.Options.Add(option);
        }

        foreach (var command in All())
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync("Try: startup --help");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (Exception e) when (e is UserErrorException or HttpRequestException || StartFailure.Explain(e) is not null)
        {
            await error.WriteLineAsync(StartFailure.Explain(e) ?? e.Message);
            return 1;
        }
    }

    private static IEnumerable<Command> All() =>
    [
        ImportCommands.Create(),
        StudyCommands.Studies(),
        StudyCommands.Sites(),
        StudyCommands.Start(),
        StudyCommands.Tasks(),
        RehearseCommand.Create(),
        WorkflowCommands.Create(),
        RecordCommands.Verify(),
        RecordCommands.Rebuild(),
        RecordCommands.Export(),
        BackupCommands.Backup(),
        BackupCommands.Restore(),
        ArchiveCommands.Archive(),
        ArchiveCommands.Verify(),
        BenchCommands.Create(),
    ];
}
