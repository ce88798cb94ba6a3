using System.Diagnostics;
using Npgsql;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.PostgreSql;

namespace StartupOrchestrator.Storage.Conformance.Engines;

/// <summary>
/// One server for all tests of the process, on a socket in a folder of its own. It ends with the process however that
/// ends: the shell that started it reads a pipe which the kernel closes.
/// </summary>
public sealed class PostgreSqlServer
{
    private const string Initialise = "cd \"$0\"; \"$1\"/initdb -D \"$0\"/data -U startup -A trust --no-sync -E UTF8 --locale=C.UTF-8 >init.log 2>&1 || { cat init.log; exit 1; }; ";

    private const string Serve =
        "\"$1\"/postgres -D \"$0\"/data -k \"$0\" -c listen_addresses= -c max_connections=400 $2 >server.log 2>&1 & p=$!; " +
        "while ! \"$1\"/pg_isready -q -h \"$0\"; do kill -0 $p || { cat server.log; exit 1; }; sleep 0.05; done; echo ready; read -r _; kill -INT $p; wait $p";

    private static readonly Lazy<Task<PostgreSqlServer>> Shared = new(() => StartAsync("-c fsync=off -c full_page_writes=off"));
    private static int databases;
    private readonly string settings;
    private Process shell;

    private PostgreSqlServer(string folder, string settings, Process shell)
    {
        Folder = folder;
        this.settings = settings;
        this.shell = shell;
    }

    /// <summary>Folder of socket, data and log.</summary>
    public string Folder { get; }

    /// <summary>Why there is no server; null when there can be one.</summary>
    public static string? Missing { get; } = Binaries() is null ? "PostgreSQL is not installed here (no initdb in PG_BIN or /usr/lib/postgresql)" : null;

    public static async Task<TestDatabase> NewDatabaseAsync(DatabaseNature nature)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var server = await Shared.Value;
        return await server.CreateDatabaseAsync(nature);
    }

    /// <summary>Starts a server with settings of one's own; durability tests leave syncing on.</summary>
    public static async Task<PostgreSqlServer> StartAsync(string settings)
    {
        foreach (var old in Directory.GetDirectories(Path.GetTempPath(), "startup-pg-*").Where(d => Directory.GetCreationTimeUtc(d) < DateTime.UtcNow.AddHours(-6)))
        {
            Directory.Delete(old, recursive: true);
        }

        return await StartInAsync(Directory.CreateTempSubdirectory("startup-pg-").FullName, settings);
    }

    /// <summary>As <see cref="StartAsync"/>, in a given folder, which may lie on a small disk.</summary>
    public static async Task<PostgreSqlServer> StartInAsync(string folder, string settings)
    {
        if (IsRoot)
        {
            Process.Start("chown", ["nobody:nogroup", folder])!.WaitForExit();
        }

        return new PostgreSqlServer(folder, settings, await RunAsync(Initialise + Serve, folder, settings));
    }

    /// <summary>Whether the server ended by itself.</summary>
    public bool HasEnded => !File.Exists($"{Folder}/data/postmaster.pid") || !Directory.Exists($"/proc/{File.ReadLines($"{Folder}/data/postmaster.pid").First().Trim()}");

    /// <summary>Ends the server at once, as a loss of power would, as far as the operating system lives on.</summary>
    public void Crash()
    {
        var start = AsServer();
        foreach (var argument in (string[])[$"{Binaries()}/pg_ctl", "-D", $"{Folder}/data", "-m", "immediate", "stop"])
        {
            start.ArgumentList.Add(argument);
        }

        using var stop = Process.Start(start)!;
        stop.WaitForExit();
        Stop();
    }

    /// <summary>Starts it again on its data.</summary>
    public async Task StartAgainAsync() => shell = await RunAsync("cd \"$0\"; " + Serve, Folder, settings);

    /// <summary>Connection string of a database; the role is <c>startup</c> unless named.</summary>
    public string ConnectionString(string database, string role = "startup") => $"Host={Folder};Username={role};Database={database};Maximum Pool Size=20";

    /// <summary>Creates a database and opens it as its owner.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(DatabaseNature nature, bool accept = true)
    {
        var name = await CreateEmptyAsync();
        var options = new PostgreSqlOptions(ConnectionString(name)) { Nature = nature, AcceptUnsafeServer = accept };
        return new TestDatabase(
            await PostgreSqlStorage.OpenAsync(options, TimeProvider.System), async () => await PostgreSqlStorage.OpenAsync(options, TimeProvider.System), () => { })
        { ConnectionString = options.ConnectionString };
    }

    /// <summary>Creates a database without a schema.</summary>
    public async Task<string> CreateEmptyAsync()
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        await ExecuteAsync("postgres", $"create database {name}");
        return name;
    }

    /// <summary>Runs SQL as the superuser.</summary>
    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends the server at once, as a crash would.</summary>
    public void Stop()
    {
        shell.StandardInput.Close();
        shell.WaitForExit();
    }

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static ProcessStartInfo AsServer()
    {
        var start = new ProcessStartInfo { FileName = IsRoot ? "setpriv" : "env", RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in IsRoot ? (string[])["--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static async Task<Process> RunAsync(string script, string folder, string settings)
    {
        var start = AsServer();
        foreach (var argument in (string[])["sh", "-c", script, folder, Binaries()!, settings])
        {
            start.ArgumentList.Add(argument);
        }

        var shell = Process.Start(start)!;
        var line = await shell.StandardOutput.ReadLineAsync();
        return line == "ready" ? shell : throw new InvalidOperationException($"PostgreSQL did not start: {line} {await shell.StandardOutput.ReadToEndAsync()}");
    }

    private static string? Binaries() => Environment.GetEnvironmentVariable("PG_BIN") is { } given
        ? given
        : !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => double.TryParse(Path.GetFileName(d), out var v) ? v : 0)
            .Select(d => Path.Combine(d, "bin")).FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")));
}
