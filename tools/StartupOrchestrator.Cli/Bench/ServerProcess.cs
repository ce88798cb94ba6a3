using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Cli.Bench;

/// <summary>The server in a process of its own, started as people start it, and measured from outside.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;

    private ServerProcess(Process process, Uri address, string token, TimeSpan ready)
    {
        this.process = process;
        Address = address;
        Token = token;
        Ready = ready;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Token of the local operator.</summary>
    public string Token { get; }

    /// <summary>From the start of the process until it said that it can work.</summary>
    public TimeSpan Ready { get; }

    /// <summary>Memory that the system holds for it (resident set), in megabytes: now, and at most so far.</summary>
    public (double Now, double Most) Megabytes
    {
        get
        {
            process.Refresh();
            return (process.WorkingSet64 / 1048576.0, process.PeakWorkingSet64 / 1048576.0);
        }
    }

    /// <summary>Starts it on a data folder and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "StartupOrchestrator.Server.exe" : "StartupOrchestrator.Server");
        var port = FreePort();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var started = TimeProvider.System.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(program, ["--data", folder, "--urls", address.ToString(), "--Logging:LogLevel:Default=Warning"]) { RedirectStandardOutput = true })!;
        using var http = new HttpClient { BaseAddress = address };
        while (!await IsReadyAsync(http, cancellationToken))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new IOException("The server did not become ready.");
            }

            await Task.Delay(5, cancellationToken);
        }

        var ready = TimeProvider.System.GetElapsedTime(started);
        var owner = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "owner.json"), cancellationToken))!;
        return new ServerProcess(process, address, owner[nameof(Token)]!.GetValue<string>(), ready);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
