using System.Collections.Frozen;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>What plans need to know of role codes.</summary>
public static class Roles
{
    /// <summary>Codes offered in the designer.</summary>
    internal const string Staff = "SUS", Lead = "SUL";

    private static readonly FrozenSet<string> SiteRoles = FrozenSet.Create("PI", "SI", "SC", "SAD", "PHA", "LAB", "ISG");
    private static readonly FrozenSet<string> SponsorRoles = FrozenSet.Create("SPO", "QP", "LEG", "MED", "RRO", "SSG");

    /// <summary>People at the site: they answer by the link in the mail.</summary>
    public static bool IsSiteContact(string role) => SiteRoles.Contains(role);

    /// <summary>Whom a wait for this role waits on: <c>site</c>, <c>sponsor</c>, <c>ethics</c>, <c>authority</c>, <c>us</c>.</summary>
    public static string WaitsOn(string role) =>
        SiteRoles.Contains(role) ? "site" : SponsorRoles.Contains(role) ? "sponsor" : role == "EC" ? "ethics" : role == "RA" ? "authority" : "us";
}
