using NodaTime;
using StartupOrchestrator.Domain.People;

namespace StartupOrchestrator.Server.Features.People;

/// <summary>A person for lists and pickers.</summary>
/// <param name="Key">Key of the person.</param>
/// <param name="Version">Version: the ETag.</param>
/// <param name="Kind">Staff or site contact.</param>
/// <param name="Name">Name; null when erased or not readable for the caller.</param>
/// <param name="Email">E-mail address; as the name.</param>
/// <param name="Organisation">Institution or company.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="Status">Code of the status.</param>
/// <param name="StatusWord">Status in words.</param>
/// <param name="HasPassword">Can sign in.</param>
/// <param name="Grants">Roles, for callers who manage people; else empty.</param>
public sealed record PersonLine(
    string Key, long Version, PersonKind Kind, string? Name, string? Email, string? Organisation, string? Language, string? TimeZone, string Status, string StatusWord,
    bool HasPassword, IReadOnlyList<GrantLine> Grants);

/// <summary>A granted role.</summary>
/// <param name="Id">Names it for revoking.</param>
/// <param name="Role">Code of the role.</param>
/// <param name="RoleName">The role in words.</param>
/// <param name="Sponsor">Where it holds; all null: the whole organisation.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Site">Site key.</param>
/// <param name="From">First moment (UTC).</param>
/// <param name="To">End (UTC); null when open.</param>
public sealed record GrantLine(string Id, string Role, string RoleName, string? Sponsor, string? Study, string? Country, string? Site, Instant From, Instant? To);

/// <summary>A page of people.</summary>
/// <param name="Items">The people.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record PersonPage(IReadOnlyList<PersonLine> Items, string? Next);

/// <summary>A person to be added.</summary>
/// <param name="Kind">Staff or site contact.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">E-mail address; names the account.</param>
/// <param name="Organisation">Institution or company.</param>
/// <param name="Language">BCP 47 tag in which mails are written.</param>
/// <param name="TimeZone">IANA zone.</param>
public sealed record AddPersonRequest(PersonKind Kind, string Name, string? Email, string? Organisation, string? Language, string? TimeZone);

/// <summary>Changes of a person; null leaves a value as it is.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Organisation">Institution or company.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="TimeZone">IANA zone.</param>
public sealed record ChangePersonRequest(string? Name, string? Email, string? Organisation, string? Language, string? TimeZone);

/// <summary>A role to be granted. Everything above the place is filled in from the record named.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="Sponsor">Sponsor key; leave all null for the whole organisation.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; needs a study.</param>
/// <param name="Site">Site key.</param>
/// <param name="From">First moment (UTC); null means now.</param>
/// <param name="To">End (UTC); null means until revoked.</param>
public sealed record GrantRequest(string Role, string? Sponsor, string? Study, string? Country, string? Site, Instant? From, Instant? To);

/// <summary>A password set by an administrator, or changed by its owner.</summary>
/// <param name="Password">The new one: at least 12 characters.</param>
/// <param name="Current">The present one; needed when people change their own.</param>
public sealed record PasswordRequest(string Password, string? Current);
