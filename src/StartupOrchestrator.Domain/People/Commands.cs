using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.People;

/// <summary>Enters a person.</summary>
/// <param name="AccountHash">Lower-case hex SHA-256 of the normalised e-mail address: nobody else may have the same.</param>
/// <param name="Language">BCP 47 tag in which mails are written, for example <c>pl</c>.</param>
/// <param name="TimeZone">IANA zone; mails arrive in its working hours.</param>
/// <param name="Organisation">Institution or company, in words.</param>
[Contract("person.register")]
public sealed record RegisterPerson(
    PersonKind Kind, PersonalRef Name, PersonalRef? Email = null, string? AccountHash = null, string? Language = null, string? TimeZone = null,
    string? Organisation = null) : Command;

/// <summary>Changes a person; null leaves a value as it is.</summary>
[Contract("person.change")]
public sealed record ChangePerson(
    PersonalRef? Name = null, PersonalRef? Email = null, string? AccountHash = null, string? Language = null, string? TimeZone = null,
    string? Organisation = null) : Command;

/// <summary>Sets or resets the password. Only a reference to the salted hash is kept.</summary>
[Contract("person.set-password-hash")]
public sealed record SetPasswordHash(PersonalRef Hash) : Command;

/// <summary>Grants a role in a scope.</summary>
/// <param name="From">First moment (UTC); null means now.</param>
/// <param name="To">End (UTC, exclusive); null means until revoked.</param>
[Contract("person.grant")]
public sealed record GrantRole(string Role, Scope Scope, Instant? From = null, Instant? To = null) : Command;

/// <summary>Ends a grant now.</summary>
/// <param name="Grant">Id of the grant.</param>
[Contract("person.revoke")]
public sealed record RevokeRole(string Grant) : Command;

/// <summary>Creates a token for programs.</summary>
/// <param name="Hash">Lower-case hex SHA-256 of the token.</param>
/// <param name="Label">What it is for; no personal values.</param>
[Contract("person.create-token")]
public sealed record CreateToken(string Hash, string Label, Instant? Expires = null) : Command;

/// <summary>Ends a token now.</summary>
[Contract("person.revoke-token")]
public sealed record RevokeToken(string Token) : Command;

/// <summary>Closes the account until it is unlocked; asks a reason.</summary>
[Contract("person.lock")]
public sealed record LockPerson : Command;

/// <summary>Opens a locked account.</summary>
[Contract("person.unlock")]
public sealed record UnlockPerson : Command;

/// <summary>Records an attempt to sign in. After five failures in a row the account is locked for fifteen minutes.</summary>
[Contract("person.record-sign-in")]
public sealed record RecordSignIn(bool Succeeded) : Command;

/// <summary>Records that mail to the person came back, or that it arrives again.</summary>
[Contract("person.set-mail-bounced")]
public sealed record SetMailBounced(bool Bounced, string? Code = null) : Command;

/// <summary>Left: grants, tokens and password end; asks a reason.</summary>
[Contract("person.deactivate")]
public sealed record DeactivatePerson : Command;

/// <summary>Is back.</summary>
[Contract("person.reactivate")]
public sealed record ReactivatePerson : Command;

/// <summary>Sorts of person.</summary>
public enum PersonKind
{
    /// <summary>Sponsor, CRO or vendor staff; signs in.</summary>
    Staff,

    /// <summary>Works at a site; answers by links, needs no account.</summary>
    Contact,
}
