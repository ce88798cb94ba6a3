using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Crash.Machines;

/// <summary>The server's own executable as a process of its own, with a data folder of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string ThisRelease = Path.Combine(AppContext.BaseDirectory, "StartupOrchestrator.Server");
    private readonly Process process;
    private readonly StringWriter log = new();

    private ServerProcess(string program, string folder, IEnumerable<string> arguments)
    {
        Folder = folder;
        var start = new ProcessStartInfo(program)
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in (string[])["--data", folder, "--urls", "http://127.0.0.1:0", .. arguments, "--Logging:LogLevel:Default=Warning"])
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Folder { get; }

    public int Id => process.Id;

    public bool Ended => process.HasExited;

    /// <summary>What it said so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1:1");

    public string Token { get; private set; } = "";

    /// <summary>Starts a server over a PostgreSQL and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(string connection, params string[] more)
    {
        var server = Begin(connection, more);
        await server.ReadyAsync();
        return server;
    }

    /// <summary>Starts a server; <see cref="ReadyAsync"/> waits for it.</summary>
    public static ServerProcess Begin(string connection, params string[] more) => BeginOf(ThisRelease, connection, more);

    /// <summary>Starts another release's server.</summary>
    /// <param name="program">Its executable.</param>
    /// <param name="connection">Connection string of its PostgreSQL.</param>
    /// <param name="more">Further options.</param>
    public static ServerProcess BeginOf(string program, string connection, params string[] more) =>
        new(program, Directory.CreateTempSubdirectory("startup-machine-").FullName, ["--connection", connection, .. more]);

    public async Task ReadyAsync()
    {
        var file = Path.Combine(Folder, "owner.json");
        await EventuallyAsync(() => Task.FromResult(File.Exists(file)));
        var owner = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        Address = new Uri(owner["Url"]!.GetValue<string>());
        Token = owner[nameof(Token)]!.GetValue<string>();
        using var http = new HttpClient { BaseAddress = Address };
        await EventuallyAsync(async () => (await http.GetAsync("/readyz", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    /// <summary>A client of its API with the rights of its operator.</summary>
    public HttpClient Client()
    {
        var http = new HttpClient { BaseAddress = new Uri(Address, "/api/v1/"), Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return http;
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Stands still, as a process in a frozen machine does.</summary>
    public void Pause() => Signal("STOP");

    public void GoOn() => Signal("CONT");

    /// <summary>Asks it to end and waits.</summary>
    /// <returns>How long it took, and its exit code.</returns>
    public async Task<(TimeSpan Took, int Code)> StopAsync()
    {
        var begin = TimeProvider.System.GetTimestamp();
        Signal("TERM");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await process.WaitForExitAsync(limit.Token);
        return (TimeProvider.System.GetElapsedTime(begin), process.ExitCode);
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Signal(string name) => Process.Start("kill", [$"-{name}", $"{process.Id}"])!.WaitForExit();

    private void Keep(object sender, DataReceivedEventArgs e)
    {
        lock (log)
        {
            log.WriteLine(e.Data);
        }
    }

    private async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                if (await holds())
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            Assert.False(process.HasExited, $"The server ended: {Log}");
            Assert.True(TimeProvider.System.GetElapsedTime(begin) < Patience, $"The server was not ready in time: {Log}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
