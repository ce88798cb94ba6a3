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

    private const string Label = "command line";

    // A person's tokens are limited; more processes than this share no database.
    private const int MostProcesses = 12;

    private static readonly RoleBundle[] Roles =
        [RoleBundle.Specialist, RoleBundle.ProcessOwner, RoleBundle.Regulatory, RoleBundle.ContractsBudget, RoleBundle.Administrator, RoleBundle.Lead];

    /// <summary>
    /// Makes the account if it is not there, ends the older tokens of this data folder, and makes a new one. Other
    /// processes over the same database have folders and tokens of their own.
    /// </summary>
    public async Task<string> NewTokenAsync()
    {
        var label = $"{Label} ({Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName} {options.DataPath}")))[..12]})";
        var id = new ActorId(ActorKind.Person, Key);
        if (await accounts.FindAsync(Key, default) is { } account)
        {
            foreach (var old in Over(account.State.Tokens, label))
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
        return await runtime.SendAsync(new Envelope(DerivedId.From("operator.token", token.Hash), id, create, Origin.System), default) is CommandResult.Refused refused
            ? throw new InvalidOperationException($"The command line of this machine got no token: {refused.Refusal.Message}")
            : text;
    }

    /// <summary>
    /// Tokens of processes of this folder that ended or were killed; and the oldest of other folders, once they are many:
    /// where each process has a new folder, nobody else ends those of killed ones.
    /// </summary>
    private static IEnumerable<Token> Over(IEnumerable<Token> tokens, string label)
    {
        var own = tokens.Where(t => t.Label == label).ToList();
        var others = tokens.Except(own).Where(t => t.Label.StartsWith(Label, StringComparison.Ordinal)).OrderByDescending(t => t.Created);
        return [.. own, .. others.Skip(MostProcesses)];
    }
}
