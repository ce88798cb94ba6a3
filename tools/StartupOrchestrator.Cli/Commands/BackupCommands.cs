using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Hosting.Secrets;
using StartupOrchestrator.Storage;
using StartupOrchestrator.Storage.Backup;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Storage.Sqlite;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>backup and restore: one file that holds everything, for either database.</summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var file = new Option<FileInfo>("--out") { Description = "File to write", Required = true };
        var command = new Command(
            "backup",
            "Write one file with all records, files and keys, as they stand at one moment. Works while servers run.\n" +
            "Keep it as safe as the database: it holds personal values and keys.")
        { file };
        command.SetAction(async (parsed, token) =>
        {
            var target = parsed.GetValue(file)!.FullName;
            var draft = target + ".part";
            BackupManifest manifest;
            await using (var stream = Protected(draft))
            {
                manifest = await WriteAsync(parsed, stream, token);
                stream.Flush(flushToDisk: true);
            }

            await using (var check = File.OpenRead(draft))
            {
                await BackupReader.OpenAsync(check, token);
            }

            File.Move(draft, target, overwrite: true);
            var printer = Printer.For(parsed);
            printer.Result(
                new JsonObject { ["file"] = target, ["bytes"] = new FileInfo(target).Length, ["taken"] = manifest.Taken, ["files"] = manifest.Files, ["tables"] = JsonSerializer.SerializeToNode(manifest.Tables) },
                () => printer.Say($"{target}: {manifest.Tables["state"]} records, {manifest.Tables["journal"]} entries, {manifest.Files} files, as of {manifest.Taken:u}; read back and compared."));
            return 0;
        });
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A backup" };
        var command = new Command(
            "restore",
            "Put a backup into a new, empty folder (--data) or PostgreSQL database (--connection). A backup of one kind of\n" +
            "database can be restored into the other. No mail leaves afterwards until you have looked at what waits\n" +
            "(page 'Operations') and released it.")
        { file };
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
                var backup = await BackupReader.OpenAsync(stream, token);
                await RestoreAsync(parsed, backup, token);
                var printer = Printer.For(parsed);
                printer.Result(
                    new JsonObject { ["taken"] = backup.Manifest.Taken, ["records"] = backup.Manifest.Tables["state"], ["entries"] = backup.Manifest.Tables["journal"], ["files"] = backup.Manifest.Files },
                    () => printer.Say($"Restored {backup.Manifest.Tables["state"]} records, {backup.Manifest.Tables["journal"]} entries and {backup.Manifest.Files} files as of {backup.Manifest.Taken:u}.\n" +
                        "Check them with: startup verify-audit. No mail leaves until it is released on the page 'Operations'."));
                return 0;
            }
            catch (Exception e) when (e is BackupException or DatabaseRefusedException)
            {
                throw new UserErrorException(e.Message);
            }
        });
        return command;
    }

    private static FileStream Protected(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static Task<BackupManifest> WriteAsync(ParseResult parsed, Stream stream, CancellationToken token)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (parsed.GetValue(CommonOptions.Connection) is { } connection)
        {
            return PostgreSqlStorage.BackupAsync(connection, stream, now, token);
        }

        var folder = Path.GetFullPath(parsed.GetValue(CommonOptions.Data)!);
        return File.Exists(Path.Combine(folder, SqliteStorage.FileName))
            ? SqliteStorage.BackupAsync(folder, KeyFolder.Read(folder), stream, now, token)
            : throw new UserErrorException($"There is no database in {folder}. Give its folder with --data DIR, or --connection for PostgreSQL.");
    }

    private static async Task RestoreAsync(ParseResult parsed, BackupReader backup, CancellationToken token)
    {
        var nature = Enum.Parse<DatabaseNature>(backup.Manifest.Nature, ignoreCase: true);
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        if (parsed.GetValue(CommonOptions.Connection) is { } connection)
        {
            await using var shared = await PostgreSqlStorage.OpenAsync(new PostgreSqlOptions(connection) { Nature = nature }, TimeProvider.System);
            await shared.RestoreAsync(backup, now, token);
            return;
        }

        var folder = Path.GetFullPath(parsed.GetValue(CommonOptions.Data)!);
        await using var storage = await SqliteStorage.OpenAsync(new SqliteOptions(folder) { Nature = nature }, TimeProvider.System);
        await storage.RestoreAsync(backup, now, token);
        KeyFolder.Write(folder, await backup.SecretsAsync(token));
    }
}
