using System.Collections.Frozen;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>The sides that a step can wait on, as rows write them.</summary>
public static class Party
{
    /// <summary>Our own staff.</summary>
    public const string Us = "us";

    /// <summary>The site.</summary>
    public const string Site = "site";

    /// <summary>The sponsor, when a CRO runs the study.</summary>
    public const string Sponsor = "sponsor";

    /// <summary>The authority.</summary>
    public const string Authority = "authority";

    /// <summary>The ethics committee.</summary>
    public const string Ethics = "ethics";

    private static readonly FrozenSet<string> SiteRoles = FrozenSet.ToFrozenSet(["PI", "SI", "SC", "SAD", "PHA", "LAB", "ISG"]);
    private static readonly FrozenSet<string> SponsorRoles = FrozenSet.ToFrozenSet(["SPO", "SSG", "RRO", "QP"]);

    /// <summary>All sides.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.ToFrozenSet([Us, Site, Sponsor, Authority, Ethics]);

    /// <summary>True for roles held by people at a site.</summary>
    public static bool IsSiteRole(string? role) => role is not null && SiteRoles.Contains(role);

    /// <summary>The side a role belongs to.</summary>
    public static string OfRole(string? role) => role switch
    {
        "EC" => Ethics,
        "RA" => Authority,
        not null when SiteRoles.Contains(role) => Site,
        not null when SponsorRoles.Contains(role) => Sponsor,
        _ => Us,
    };
}
