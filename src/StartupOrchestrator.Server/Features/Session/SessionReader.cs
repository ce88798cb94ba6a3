using NodaTime;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Session;

/// <summary>Puts together what pages need to know first.</summary>
public sealed class SessionReader(AccountDirectory accounts, PersonalText personal, InstanceReader instance, TimeProvider time)
{
    /// <summary>The session of an account.</summary>
    public Task<SessionInfo> ReadAsync(Account account, CancellationToken cancellationToken) =>
        ReadAsync(Caller.At(time.Now(), new(Domain.Actors.ActorKind.Person, account.Key), account.Grants), cancellationToken);

    /// <summary>The session of a caller; null is a visitor.</summary>
    public async Task<SessionInfo> ReadAsync(Caller? caller, CancellationToken cancellationToken)
    {
        var info = await instance.ReadAsync(cancellationToken);
        if (caller is null || await accounts.FindAsync(caller.Person.Key, cancellationToken) is not { } account)
        {
            return new SessionInfo(false, null, [], info);
        }

        var rights = Enum.GetValues<Right>().Where(caller.HasSomewhere).ToArray();
        var person = new SessionPerson(
            caller.Person.Key, await personal.ResolveAsync(account.State.Name, true, cancellationToken), await personal.ResolveAsync(account.State.Email, true, cancellationToken), rights);
        return new SessionInfo(true, person, [.. caller.Grants.Select(Line)], info);
    }

    private static SessionGrant Line(AccessGrant grant) => new(
        grant.Role, RoleBundle.Find(grant.Role)?.Name ?? grant.Role, grant.Area.Sponsor, grant.Area.Study, grant.Area.Country, grant.Area.Site, grant.From, grant.To);
}

/// <summary>Who is here, with what rights, in which instance.</summary>
/// <param name="SignedIn">Somebody is signed in.</param>
/// <param name="Person">Who.</param>
/// <param name="Grants">The grants that hold now.</param>
/// <param name="Instance">The installation.</param>
public sealed record SessionInfo(bool SignedIn, SessionPerson? Person, IReadOnlyList<SessionGrant> Grants, InstanceInfo Instance);

/// <summary>The person who is signed in.</summary>
/// <param name="Key">Key of the person.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Rights">Rights held somewhere: what pages offer; each record decides anew.</param>
public sealed record SessionPerson(string Key, string? Name, string? Email, IReadOnlyList<Right> Rights);

/// <summary>A grant in words.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="RoleName">The role in words.</param>
/// <param name="Sponsor">Where it holds; all null: the whole organisation.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Site">Site key.</param>
/// <param name="From">First moment (UTC).</param>
/// <param name="To">End (UTC); null when open.</param>
public sealed record SessionGrant(string Role, string RoleName, string? Sponsor, string? Study, string? Country, string? Site, Instant From, Instant? To);
