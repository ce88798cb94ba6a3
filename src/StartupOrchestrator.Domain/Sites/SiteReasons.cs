using System.Collections.Frozen;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>Pick lists of reasons: a site that ends without activation says why, and at which stage.</summary>
public static class SiteReasons
{
    /// <summary>We said no.</summary>
    public static FrozenDictionary<string, string> NotSelected { get; } = new Dictionary<string, string>
    {
        ["few-participants"] = "Too few participants expected",
        ["staff-or-equipment"] = "Staff or equipment not sufficient",
        ["competing-study"] = "Competing study at the site",
        ["quality-history"] = "Earlier findings or performance",
        ["debarment-hit"] = "Debarment or inspection finding",
        ["enough-sites"] = "Enough other sites",
        ["budget"] = "Cost too high",
        ["other"] = "Other, see note",
    }.ToFrozenDictionary();

    /// <summary>The site said no.</summary>
    public static FrozenDictionary<string, string> Declined { get; } = new Dictionary<string, string>
    {
        ["no-answer"] = "No answer",
        ["not-interested"] = "Not interested in the study",
        ["no-capacity"] = "No staff or time",
        ["no-participants"] = "No suitable participants",
        ["competing-study"] = "Competing study at the site",
        ["contract-terms"] = "Terms not acceptable to the site",
        ["other"] = "Other, see note",
    }.ToFrozenDictionary();

    /// <summary>The site left during start-up.</summary>
    public static FrozenDictionary<string, string> Dropped { get; } = new Dictionary<string, string>
    {
        ["contract-not-agreed"] = "Contract or budget not agreed",
        ["pi-left"] = "PI left",
        ["ethics-refused"] = "Ethics committee refused",
        ["authority-refused"] = "Authority refused",
        ["no-capacity"] = "Site lost staff or time",
        ["too-slow"] = "Start-up took too long",
        ["study-changed"] = "Study or plan changed",
        ["country-out"] = "Country taken out",
        ["other"] = "Other, see note",
    }.ToFrozenDictionary();

    /// <summary>Paused.</summary>
    public static FrozenDictionary<string, string> OnHold { get; } = new Dictionary<string, string>
    {
        ["sponsor-decision"] = "Sponsor's decision",
        ["site-request"] = "At the site's request",
        ["safety"] = "Safety",
        ["amendment"] = "Waits for an amendment",
        ["supply"] = "Supply of IP",
        ["other"] = "Other, see note",
    }.ToFrozenDictionary();

    /// <summary>Closed after activation.</summary>
    public static FrozenDictionary<string, string> Closed { get; } = new Dictionary<string, string>
    {
        ["study-ended"] = "Study ended",
        ["no-participants"] = "No participants",
        ["quality"] = "Quality",
        ["site-request"] = "At the site's request",
        ["other"] = "Other, see note",
    }.ToFrozenDictionary();
}
