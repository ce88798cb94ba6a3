using System.Diagnostics;
using Npgsql;

namespace StartupOrchestrator.Server.Tests.Trouble;

/// <summary>A PostgreSQL server of one test, which it can stop and start again.</summary>
internal sealed class StoppablePostgreSql : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("startup-away-").FullName;
    private readonly string binaries;

    private StoppablePostgreSql(string binaries) => this.binaries = binaries;

    public string ConnectionString => $"Host={folder};Username=startup;Database=away;Timeout=3;Command Timeout=5";

    /// <summary>Starts one, or skips the test with the reason.</summary>
    public static async Task<StoppablePostgreSql> StartAsync()
    {
        var found = !Directory.Exists("/usr/lib/postgresql") ? null : Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).LastOrDefault(b => File.Exists(Path.Combine(b, "initdb")));
        Assert.SkipWhen(found is null, "PostgreSQL is not installed here (no initdb in /usr/lib/postgresql)");
        var server = new StoppablePostgreSql(found!);
        if (Environment.UserName == "root")
        {
            Process.Start("chown", ["nobody:nogroup", server.folder])!.WaitForExit();
        }

        server.Run("initdb", "-D", Path.Combine(server.folder, "data"), "-U", "startup", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        server.Start();
        await using var connection = new NpgsqlConnection($"Host={server.folder};Username=startup;Database=postgres;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("create database away", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public void Start() => Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o", $"-k {folder} -c listen_addresses= -c max_connections=60", "start");

    /// <summary>Goes away at once, as in a crash.</summary>
    public void Stop() => Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-w", "-m", "immediate", "stop");

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        if (File.Exists(Path.Combine(folder, "data", "postmaster.pid")))
        {
            Stop();
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Run(string program, params string[] arguments)
    {
        string[] all = [Path.Combine(binaries, program), .. arguments];
        if (Environment.UserName == "root")
        {
            all = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", .. all];
        }

        // Its output goes nowhere: a server that inherits a pipe would keep it open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", .. all]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }
}
