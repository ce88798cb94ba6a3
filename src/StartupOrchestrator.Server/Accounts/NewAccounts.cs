using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Commands;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>Makes people with what belongs to an account. Each step has a command id derived from the first: a repeat goes on where it stopped.</summary>
public sealed class NewAccounts(IActorRuntime runtime, PersonalSealer sealer, Passwords passwords)
{
    /// <summary>Enters a person.</summary>
    public Task<CommandResult> RegisterAsync(string key, NewPerson person, Origin origin, string commandId, CancellationToken cancellationToken)
    {
        var id = new ActorId(ActorKind.Person, key);
        var name = sealer.Seal(commandId, "$.name", person.Name.Trim(), id.ToString());
        var email = person.Email is null ? null : sealer.Seal(commandId, "$.email", person.Email, id.ToString());
        var command = new RegisterPerson(
            person.Kind, name.Ref, email?.Ref, person.Email is null ? null : EmailAddress.AccountOf(person.Email), person.Language, person.TimeZone, person.Organisation);
        return runtime.SendAsync(new Envelope(commandId, id, command, origin) { Personal = email is null ? [name] : [name, email] }, cancellationToken);
    }

    /// <summary>Sets a password.</summary>
    public Task<CommandResult> SetPasswordAsync(string key, string password, Origin origin, string commandId, CancellationToken cancellationToken)
    {
        var id = new ActorId(ActorKind.Person, key);
        var hash = sealer.Seal(commandId, "$.hash", passwords.Hash(password), id.ToString());
        return runtime.SendAsync(new Envelope(commandId, id, new SetPasswordHash(hash.Ref), origin) { Personal = [hash] }, cancellationToken);
    }

    /// <summary>Grants a role.</summary>
    public Task<CommandResult> GrantAsync(string key, string role, Scope scope, Origin origin, string commandId, CancellationToken cancellationToken) =>
        runtime.SendAsync(new Envelope(commandId, new ActorId(ActorKind.Person, key), new GrantRole(role, scope), origin), cancellationToken);
}

/// <summary>A person to be entered.</summary>
/// <param name="Kind">Staff signs in; contacts answer by links.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">E-mail address; names the account.</param>
/// <param name="Language">BCP 47 tag in which mails are written.</param>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="Organisation">Institution or company.</param>
public sealed record NewPerson(PersonKind Kind, string Name, string? Email, string? Language = null, string? TimeZone = null, string? Organisation = null);
