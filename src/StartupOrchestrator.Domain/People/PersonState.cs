using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.People;

/// <summary>A person: who it is by reference, and what belongs to the account.</summary>
public sealed record PersonState
{
    /// <summary>Staff or site contact; null while the person was not entered.</summary>
    public PersonKind? Kind { get; init; }

    /// <summary>Full name.</summary>
    public PersonalRef? Name { get; init; }

    /// <summary>E-mail address.</summary>
    public PersonalRef? Email { get; init; }

    /// <summary>Hash of the normalised address: names the account.</summary>
    public string? AccountHash { get; init; }

    /// <summary>BCP 47 tag in which mails are written.</summary>
    public string? Language { get; init; }

    /// <summary>IANA zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Institution or company.</summary>
    public string? Organisation { get; init; }

    /// <summary>Salted hash of the password, by reference; null when the person cannot sign in.</summary>
    public PersonalRef? Password { get; init; }

    /// <summary>Roles given and not taken back, also coming and ended ones.</summary>
    public ImmutableArray<Grant> Grants { get; init; } = [];

    /// <summary>Tokens for programs that were not taken back.</summary>
    public ImmutableArray<Token> Tokens { get; init; } = [];

    /// <summary>Failed attempts to sign in since the last success.</summary>
    public int FailedSignIns { get; init; }

    /// <summary>Closed until this moment (UTC) after too many failures.</summary>
    public Instant? ClosedUntil { get; init; }

    /// <summary>Closed by an administrator.</summary>
    public bool Locked { get; init; }

    /// <summary>Left.</summary>
    public bool Inactive { get; init; }

    /// <summary>Mail to the person came back.</summary>
    public bool MailBounced { get; init; }

    /// <summary>Last success (UTC).</summary>
    public Instant? LastSignIn { get; init; }

    /// <summary>The account is neither locked nor left, and not closed for a while at this moment.</summary>
    public bool IsOpenAt(Instant now) => !Locked && !Inactive && (ClosedUntil is null || now >= ClosedUntil);
}

/// <summary>A role in a scope for a time.</summary>
/// <param name="Id">Names it for revoking.</param>
/// <param name="Role">Code of the role.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="From">First moment (UTC).</param>
/// <param name="To">End (UTC, exclusive); null when open.</param>
public sealed record Grant(string Id, string Role, Scope Scope, Instant From, Instant? To = null);

/// <summary>A token for programs; its text is nowhere, only its hash.</summary>
/// <param name="Id">Names it for revoking.</param>
/// <param name="Hash">Lower-case hex SHA-256 of the secret.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Created">When it was made (UTC).</param>
/// <param name="Expires">When it ends (UTC); null: when it is taken back.</param>
public sealed record Token(string Id, string Hash, string Label, Instant Created, Instant? Expires = null);
