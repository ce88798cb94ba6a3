using System.CommandLine;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Storage.Backup;
using Command = System.CommandLine.Command;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>archive and verify-archive: a closed study as one file that can be checked by itself.</summary>
internal static class ArchiveCommands
{
    public static Command Archive()
    {
        var study = StudyCommands.Required();
        var file = new Option<FileInfo>("--out") { Description = "File to write", Required = true };
        var command = new Command(
            "archive",
            "Write a study with its whole history, files and audit trail into one file that can be checked without the database.")
        { study, file };
        command.SetAction((parsed, token) => RecordCommands.OnFolderAsync(parsed, async (runtime, _) =>
        {
            var key = parsed.GetValue(study)!;
            if (await runtime.Actors.ReadAsync(new ActorId(ActorKind.Study, key), token) is null)
            {
                throw new UserErrorException($"There is no study {key} here. See: startup studies");
            }

            var target = parsed.GetValue(file)!.FullName;
            var draft = target + ".part";
            ArchiveManifest manifest;
            await using (var stream = File.Create(draft))
            {
                manifest = await StudyArchive.WriteAsync(runtime.Storage, key, stream, TimeProvider.System.GetUtcNow(), token);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite: true);
            var printer = Printer.For(parsed);
            printer.Result(
                new JsonObject { ["file"] = target, ["records"] = manifest.Heads.Count, ["entries"] = manifest.Heads.Values.Sum(h => h.Version), ["files"] = manifest.Files.Count },
                () => printer.Say($"{target}: {manifest.Heads.Count} records, {manifest.Heads.Values.Sum(h => h.Version)} entries, {manifest.Files.Count} files. Check it anywhere: startup verify-archive {target}"));
            return 0;
        }));
        return command;
    }

    public static Command Verify()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An archive of a study" };
        var command = new Command("verify-archive", "Check an archive by itself: every byte, every chain, every file. Exit code 0 only when everything fits.") { file };
        command.SetAction(async (parsed, token) =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists)
            {
                throw new UserErrorException($"There is no file {source.FullName}.");
            }

            await using var stream = source.OpenRead();
            try
            {
                var (manifest, faults) = await StudyArchive.VerifyAsync(stream, token);
                var printer = Printer.For(parsed);
                printer.Result(new JsonObject { ["study"] = manifest.Study, ["records"] = manifest.Heads.Count, ["faults"] = new JsonArray([.. faults.Select(f => (JsonNode)f)]) }, () =>
                {
                    printer.Say($"{manifest.Study} as of {manifest.Taken:u}: {manifest.Heads.Count} records, {manifest.Files.Count} files");
                    foreach (var fault in faults)
                    {
                        printer.Say($"  does not fit: {fault}");
                    }

                    printer.Say(faults.Count == 0 ? "Everything fits." : "The archive was changed or damaged. Use another copy.");
                });
                return faults.Count == 0 ? 0 : 1;
            }
            catch (BackupException e)
            {
                throw new UserErrorException(e.Message);
            }
        });
        return command;
    }
}
