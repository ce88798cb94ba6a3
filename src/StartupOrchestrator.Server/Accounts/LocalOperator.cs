using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>
/// The account under which the command line works on a data folder. Whoever can read the folder owns its records anyway;
/// a token for this account lies in it, readable by the same user only, beside the address of the process that owns it.
/// What the account does is recorded under its name; it approves no gates.
/// </summary>
internal sealed class LocalOperator(ProductOptions options, IActorRuntime runtime, NewAccounts people, AccountDirectory accounts, IServer server, IHostApplicationLifetime life)
    : IHostedService
{
    /// <summary>Key of the person.</summary>
    public const string Key = "operator";

    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "owner.json";

    private static readonly RoleBundle[] Roles =
        [RoleBundle.Specialist, RoleBundle.ProcessOwner, RoleBundle.Regulatory, RoleBundle.ContractsBudget, RoleBundle.Administrator, RoleBundle.Lead];

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.InMemory)
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
        var token = await TokenAsync();
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

    private async Task<string> TokenAsync()
    {
        var id = new ActorId(ActorKind.Person, Key);
        if (await accounts.FindAsync(Key, default) is { } account)
        {
            // Tokens of processes that ended, or were killed.
            foreach (var old in account.State.Tokens)
            {
                await runtime.SendAsync(new Envelope(DerivedId.From("operator.token-ends", old.Id), id, new RevokeToken(old.Id), Origin.System), default);
            }
        }
        else
        {
            await people.RegisterAsync(Key, new NewPerson(PersonKind.Staff, "Command line on this machine", null), Origin.System, "operator.register", default);
            foreach (var role in Roles)
            {
                await people.GrantAsync(Key, role.Code, Scope.Organisation, Origin.System, $"operator.grant.{role.Code}", default);
            }
        }

        var (token, text) = SecretToken.Create(Key);
        var create = new CreateToken(token.Hash, "command line");
        await runtime.SendAsync(new Envelope(DerivedId.From("operator.token", token.Hash), id, create, Origin.System), default);
        return text;
    }
}

/// <summary>What stands in the owner's file.</summary>
/// <param name="Url">Address of the process that owns the data folder.</param>
/// <param name="Token">Token of the local operator; new at each start.</param>
/// <param name="Process">Process id.</param>
public sealed record OwnerFile(string Url, string Token, int Process);
