using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>
/// The account under which the command line works on a data folder. Whoever can read the folder owns its records anyway;
/// a token for this account lies in it, readable by the same user only, beside the address of the process that owns it.
/// What the account does is recorded under its name; it approves no gates.
/// </summary>
internal sealed class LocalOperator(ProductOptions options, LocalOperatorAccount account, IServer server, IHostApplicationLifetime life) : IHostedService
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "owner.json";

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A dry run drives its product alone and makes a token for itself.
        if (!options.InMemory && (!options.DeliverByHand || options.Follow is not null))
        {
            life.ApplicationStarted.Register(() => _ = AnnounceAsync());
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        if (!options.InMemory)
        {
            File.Delete(Path.Combine(options.DataPath, FileName));
        }

        return Task.CompletedTask;
    }

    private async Task AnnounceAsync()
    {
        var token = options.Follow is null ? await account.NewTokenAsync() : "";
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var path = Path.Combine(options.DataPath, FileName);
        var temporary = path + ".new";
        await File.WriteAllTextAsync(temporary, JsonSerializer.Serialize(new OwnerFile(address ?? "", token, Environment.ProcessId)));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(temporary, path, overwrite: true);
    }
}

/// <summary>What stands in the owner's file.</summary>
/// <param name="Url">Address of the process that owns the data folder.</param>
/// <param name="Token">Token of the local operator; new at each start.</param>
/// <param name="Process">Process id.</param>
public sealed record OwnerFile(string Url, string Token, int Process);
