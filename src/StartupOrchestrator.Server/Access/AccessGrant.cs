using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Access;

/// <summary>A role in an area for a time.</summary>
/// <param name="Role">Code of a <see cref="RoleBundle"/>.</param>
/// <param name="Area">Where it holds; all members null means the whole organisation.</param>
/// <param name="From">First moment (UTC).</param>
/// <param name="To">End (UTC, exclusive); null when open.</param>
public sealed record AccessGrant(string Role, ScopePart Area, Instant From, Instant? To)
{
    /// <summary>Holds at this moment.</summary>
    public bool HoldsAt(Instant now) => From <= now && (To is null || now < To);

    /// <summary>Covers the whole organisation.</summary>
    public bool IsOrganisation => Area is { Sponsor: null, Study: null, Country: null, Site: null };
}
