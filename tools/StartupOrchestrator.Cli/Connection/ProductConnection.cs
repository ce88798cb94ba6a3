using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Cli.Connection;

/// <summary>Finds the product that a command works on: a named server, the process that owns the data folder, or one hosted here.</summary>
internal static class ProductConnection
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    public static async Task<ApiClient> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(CommonOptions.Server) is { } server)
        {
            return Uri.TryCreate(server, UriKind.Absolute, out var address)
                ? ApiClient.Create(address, parsed.GetValue(CommonOptions.Token))
                : throw new UserErrorException($"--server: '{server}' is not an address. Write for example http://127.0.0.1:5080.");
        }

        var folder = Path.GetFullPath(parsed.GetValue(CommonOptions.Data)!);
        return await FindOwnerAsync(folder, cancellationToken) ?? await HostAsync(new ProductOptions { DataDirectory = folder, Connection = parsed.GetValue(CommonOptions.Connection) }, cancellationToken);
    }

    /// <summary>Hosts the product in this process, on an address of its own on loopback.</summary>
    public static async Task<ApiClient> HostAsync(ProductOptions options, CancellationToken cancellationToken)
    {
        var app = ProductHost.Build(options with { Urls = "http://127.0.0.1:0", HostArguments = ["--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Error", "--Logging:LogLevel:Microsoft.Extensions.Hosting=None", "--Logging:Console:LogToStandardErrorThreshold=Trace"] });
        try
        {
            await app.StartAsync(cancellationToken);
            var owner = await WaitForOwnerFileAsync(options.DataPath, cancellationToken);
            return ApiClient.Create(new Uri(owner.Url), owner.Token, new Hosted(app));
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the work that an answer names is done, and shows how far it is.</summary>
    public static async Task SettleAsync(ApiClient api, JsonNode? answer, Printer printer, CancellationToken cancellationToken)
    {
        if (answer?["process"]?.GetValue<string>() is not { } process)
        {
            return;
        }

        var shown = -1;
        while (true)
        {
            var progress = await api.GetAsync($"imports/{Uri.EscapeDataString(process)}", cancellationToken);
            var done = progress!["done"]!.GetValue<int>();
            if (done != shown)
            {
                printer.Progress($"{shown = done} of {progress["items"]}");
            }

            if (progress["status"]!.GetValue<string>() != "running")
            {
                return;
            }

            await Task.Delay(Poll, cancellationToken);
        }
    }

    private static async Task<ApiClient?> FindOwnerAsync(string folder, CancellationToken cancellationToken)
    {
        if (await ReadOwnerFileAsync(folder, cancellationToken) is not { Url.Length: > 0 } owner)
        {
            return null;
        }

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var answer = await http.GetAsync(new Uri(new Uri(owner.Url), "/healthz"), cancellationToken);
            return answer.IsSuccessStatusCode ? ApiClient.Create(new Uri(owner.Url), owner.Token) : null;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    private static async Task<OwnerFile> WaitForOwnerFileAsync(string folder, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await ReadOwnerFileAsync(folder, cancellationToken) is { Process: var process } owner && process == Environment.ProcessId)
            {
                return owner;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }

        throw new UserErrorException($"The product did not come up on {folder} within 6 seconds.");
    }

    private static async Task<OwnerFile?> ReadOwnerFileAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "owner.json");
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<OwnerFile>(await File.ReadAllTextAsync(path, cancellationToken)) : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    private sealed class Hosted(WebApplication app) : IAsyncDisposable
    {
        private const int MostQuietLooks = 10;
        private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

        public async ValueTask DisposeAsync()
        {
            await DeliverAsync();
            await app.StopAsync();
            await app.DisposeAsync();
        }

        /// <summary>What the command caused is carried out before the product stops, so that the next command sees it; what cannot be delivered now waits for the next start.</summary>
        private async Task DeliverAsync()
        {
            if (app.Services.GetService<IStorage>()?.Upkeep is not { } upkeep)
            {
                return;
            }

            long before = -1;
            for (var quiet = 0; quiet < MostQuietLooks;)
            {
                var counts = await upkeep.CountAsync(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), CancellationToken.None);
                var left = counts.Messages - counts.Mails;
                if (left == 0)
                {
                    return;
                }

                (quiet, before) = (left == before ? quiet + 1 : 0, left);
                await Task.Delay(Look);
            }
        }
    }
}
