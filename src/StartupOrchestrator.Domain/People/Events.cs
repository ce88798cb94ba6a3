using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.People;

/// <summary>A person was entered.</summary>
[Contract("person.registered")]
public sealed record PersonRegistered(
    PersonKind Kind, PersonalRef Name, PersonalRef? Email = null, string? AccountHash = null, string? Language = null, string? TimeZone = null,
    string? Organisation = null) : Event;

/// <summary>A person was changed; null members stayed as they were.</summary>
[Contract("person.changed")]
public sealed record PersonChanged(
    PersonalRef? Name = null, PersonalRef? Email = null, string? AccountHash = null, string? Language = null, string? TimeZone = null,
    string? Organisation = null) : Event;

/// <summary>A password was set.</summary>
[Contract("person.password-set")]
public sealed record PasswordSet(PersonalRef Hash) : Event;

/// <summary>A role was granted.</summary>
[Contract("person.granted")]
public sealed record RoleGranted(Grant Grant) : Event;

/// <summary>A grant was ended.</summary>
[Contract("person.revoked")]
public sealed record RoleRevoked(string Grant) : Event;

/// <summary>A token was made.</summary>
[Contract("person.token-created")]
public sealed record TokenCreated(Token Token) : Event;

/// <summary>A token was ended.</summary>
[Contract("person.token-revoked")]
public sealed record TokenRevoked(string Token) : Event;

/// <summary>The account was closed by an administrator.</summary>
[Contract("person.locked")]
public sealed record PersonLocked : Event;

/// <summary>The account was opened again.</summary>
[Contract("person.unlocked")]
public sealed record PersonUnlocked : Event;

/// <summary>Signed in.</summary>
[Contract("person.signed-in")]
public sealed record SignedIn(Instant At) : Event;

/// <summary>An attempt to sign in failed.</summary>
/// <param name="ClosedUntil">Closed until then, when it was one too many.</param>
[Contract("person.sign-in-failed")]
public sealed record SignInFailed(Instant? ClosedUntil = null) : Event;

/// <summary>Mail came back, or arrives again.</summary>
[Contract("person.mail-bounce-set")]
public sealed record MailBounceSet(bool Bounced, string? Code = null) : Event;

/// <summary>Left: grants, tokens and password ended.</summary>
[Contract("person.deactivated")]
public sealed record PersonDeactivated : Event;

/// <summary>Is back.</summary>
[Contract("person.reactivated")]
public sealed record PersonReactivated : Event;
