using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>
/// Makes the first person: administrator, and lead so that a small organisation can begin at once. Key and command ids
/// are always the same: of two set-ups at once one wins, and one that broke off is completed by the next.
/// </summary>
public sealed class FirstAdministrator(NewAccounts people, IActorRuntime runtime, PersonalSealer sealer)
{
    private const string Key = AccountDirectory.FirstKey;

    /// <summary>Makes the account; null when it is made.</summary>
    public async Task<Refusal?> MakeFirstAsync(string name, string email, string password, CancellationToken cancellationToken)
    {
        var origin = Origin.System;
        if (await people.RegisterAsync(Key, new NewPerson(PersonKind.Staff, name, email), origin, "set-up.register", cancellationToken) is CommandResult.Refused)
        {
            await RenameAsync(name, email, cancellationToken);
        }

        if (await people.SetPasswordAsync(Key, password, origin, "set-up.password", cancellationToken) is CommandResult.Refused)
        {
            return new Refusal(RefusalKind.NotAllowed, "set-up.done", "Somebody else has just set the installation up. Sign in, or ask them for an account.");
        }

        foreach (var role in new[] { RoleBundle.Administrator, RoleBundle.Lead })
        {
            await people.GrantAsync(Key, role.Code, Scope.Organisation, origin, $"set-up.grant.{role.Code}", CancellationToken.None);
        }

        return null;
    }

    /// <summary>An earlier set-up broke off before there was a password: who completes it is the administrator.</summary>
    private async Task RenameAsync(string name, string email, CancellationToken cancellationToken)
    {
        var id = new ActorId(ActorKind.Person, Key);
        var command = DerivedId.From("set-up.rename", Guid.NewGuid().ToString());
        var newName = sealer.Seal(command, "$.name", name, id.ToString());
        var newEmail = sealer.Seal(command, "$.email", email, id.ToString());
        await runtime.SendAsync(
            new Envelope(command, id, new ChangePerson(newName.Ref, newEmail.Ref, EmailAddress.AccountOf(email)), Origin.System) { Personal = [newName, newEmail] }, cancellationToken);
    }
}
