using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Access;

/// <summary>Who asks, and what their grants allow now. Computed for each request, so that a grant taken back ends at once.</summary>
/// <param name="Person">The person.</param>
/// <param name="Grants">The grants that hold now.</param>
public sealed record Caller(ActorId Person, IReadOnlyList<AccessGrant> Grants)
{
    /// <summary>Keeps of all grants those that hold at a moment.</summary>
    public static Caller At(Instant now, ActorId person, IEnumerable<AccessGrant> grants) => new(person, [.. grants.Where(g => g.HoldsAt(now))]);

    /// <summary>Has the right in any area.</summary>
    public bool HasSomewhere(Right right) => Grants.Any(g => Allows(g, right));

    /// <summary>Has the right in the whole organisation.</summary>
    public bool HasEverywhere(Right right) => Grants.Any(g => g.IsOrganisation && Allows(g, right));

    /// <summary>The areas where the right holds: what lies outside does not exist for this caller.</summary>
    public ViewScope ScopeOf(Right right) => Union(Grants.Where(g => Allows(g, right)).Select(g => g.Area));

    /// <summary>
    /// What of a kind may be read: rows in the areas, and the study and country above them (who works at a site may see
    /// which study it is of).
    /// </summary>
    public ViewScope Readable(ActorKind kind) => Union(Grants.Where(g => Allows(g, Right.ReadRecords)).Select(g => Above(g.Area, kind)));

    private static bool Allows(AccessGrant grant, Right right) => RoleBundle.Find(grant.Role)?.Rights.Contains(right) is true;

    private static ScopePart Above(ScopePart area, ActorKind kind)
    {
        if (kind == ActorKind.Study && area.Study is not null)
        {
            return area with { Country = null, Site = null };
        }

        return kind == ActorKind.StudyCountry && area.Country is not null ? area with { Site = null } : area;
    }

    private static ViewScope Union(IEnumerable<ScopePart> areas)
    {
        ScopePart[] parts = [.. areas.Distinct()];
        return parts.Any(p => p is { Sponsor: null, Study: null, Country: null, Site: null }) ? ViewScope.All : new ViewScope(false, parts);
    }
}
