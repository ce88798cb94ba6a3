using System.Diagnostics;
using Npgsql;
using StartupOrchestrator.Cli.Output;

namespace StartupOrchestrator.Cli.Bench;

/// <summary>A PostgreSQL server of our own for one measurement, on a socket in a temporary folder, syncing as in production. It ends with this process.</summary>
internal sealed class TemporaryPostgreSql : IAsyncDisposable
{
    private const string Script =
        "cd \"$0\"; \"$1\"/initdb -D \"$0\"/data -U startup -A trust --no-sync -E UTF8 --locale=C.UTF-8 >init.log 2>&1 || { cat init.log; exit 1; }; " +
        "\"$1\"/postgres -D \"$0\"/data -k \"$0\" -c listen_addresses= -c max_connections=100 >server.log 2>&1 & p=$!; " +
        "while ! \"$1\"/pg_isready -q -h \"$0\"; do kill -0 $p || { cat server.log; exit 1; }; sleep 0.05; done; echo ready; read -r _; kill -INT $p; wait $p";

    private readonly Process shell;
    private readonly string folder;

    private TemporaryPostgreSql(string folder, Process shell)
    {
        this.folder = folder;
        this.shell = shell;
    }

    /// <summary>Connection string of an empty database.</summary>
    public string ConnectionString => $"Host={folder};Username=startup;Database=bench;Maximum Pool Size=40";

    public static async Task<TemporaryPostgreSql> StartAsync(CancellationToken cancellationToken)
    {
        var binaries = Binaries() ?? throw new UserErrorException("PostgreSQL is not installed here (no initdb in PG_BIN or /usr/lib/postgresql). Install it, or name a database with --connection.");
        var folder = Directory.CreateTempSubdirectory("startup-bench-").FullName;
        var root = Environment.UserName == "root";
        var start = new ProcessStartInfo { FileName = root ? "setpriv" : "sh", RedirectStandardInput = true, RedirectStandardOutput = true };
        if (root)
        {
            await Process.Start("chown", ["nobody:nogroup", folder])!.WaitForExitAsync(cancellationToken);
        }

        foreach (var argument in (string[])[.. root ? new[] { "--reuid=nobody", "--regid=nogroup", "--clear-groups", "sh" } : [], "-c", Script, folder, binaries])
        {
            start.ArgumentList.Add(argument);
        }

        var shell = Process.Start(start)!;
        var line = await shell.StandardOutput.ReadLineAsync(cancellationToken);
        if (line != "ready")
        {
            throw new UserErrorException($"PostgreSQL did not start: {line}");
        }

        await using var connection = new NpgsqlConnection($"Host={folder};Username=startup;Database=postgres;Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("create database bench", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new TemporaryPostgreSql(folder, shell);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string? Binaries() => Environment.GetEnvironmentVariable("PG_BIN") is { } given
        ? given
        : !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => double.TryParse(Path.GetFileName(d), out var v) ? v : 0)
            .Select(d => Path.Combine(d, "bin")).FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")));
}
