using System.Security.Cryptography;
using System.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>The account of whoever works on the data folder itself.</summary>
internal sealed class LocalOperatorAccount(ProductOptions options, IActorRuntime runtime, NewAccounts people, AccountDirectory accounts)
{
    /// <summary>Key of the person.</summary>
    public const string Key = "operator";

    private static readonly RoleBundle[] Roles =
        [RoleBundle.Specialist, RoleBundle.ProcessOwner, RoleBundle.Regulatory, RoleBundle.ContractsBudget, RoleBundle.Administrator, RoleBundle.Lead];

    /// <summary>
    /// Makes the account if it is not there, ends the older tokens of this data folder, and makes a new one. Other
    /// processes over the same database have folders and tokens of their own.
    /// </summary>
    public async Task<string> NewTokenAsync()
    {
        var label = $"command line ({Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName} {options.DataPath}")))[..12]})";
        var id = new ActorId(ActorKind.Person, Key);
        if (await accounts.FindAsync(Key, default) is { } account)
        {
            // Tokens of processes that ended, or were killed.
            foreach (var old in account.State.Tokens.Where(t => t.Label == label))
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
        var create = new CreateToken(token.Hash, label);
        await runtime.SendAsync(new Envelope(DerivedId.From("operator.token", token.Hash), id, create, Origin.System), default);
        return text;
    }
}
