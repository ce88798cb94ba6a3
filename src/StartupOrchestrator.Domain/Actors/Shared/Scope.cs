namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>
/// Where an actor belongs: what scopes and lists filter by. Given once, when the actor is created.
/// </summary>
/// <param name="Sponsor">Sponsor key; null only for what belongs to the whole organisation.</param>
/// <param name="Study">Key of <c>study/…</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, upper case.</param>
/// <param name="Site">Key of <c>site/…</c>.</param>
public sealed record Scope(string? Sponsor, string? Study = null, string? Country = null, string? Site = null)
{
    /// <summary>Belongs to no study: the organisation as a whole.</summary>
    public static Scope Organisation { get; } = new(Sponsor: null);

    /// <summary>The nearest actor above: the site, else the country, else the study; null for the organisation.</summary>
    public ActorId? Parent =>
        Site is not null ? new ActorId(ActorKind.Site, Site) : CountryActor ?? StudyActor;

    /// <summary>The study, if any.</summary>
    public ActorId? StudyActor => Study is null ? null : new ActorId(ActorKind.Study, Study);

    /// <summary>The country in the study, if any.</summary>
    public ActorId? CountryActor => Study is null || Country is null ? null : CountryOf(Study, Country);

    /// <summary>The site, if any.</summary>
    public ActorId? SiteActor => Site is null ? null : new ActorId(ActorKind.Site, Site);

    /// <summary>How near to the site: shared documents and approvals come down from study and country.</summary>
    public ScopeLevel Level =>
        Site is not null ? ScopeLevel.Site
        : Country is not null ? ScopeLevel.Country
        : Study is not null ? ScopeLevel.Study
        : ScopeLevel.Organisation;

    /// <summary>The actor of a country in a study: key <c>{study}.{iso2 lower}</c>.</summary>
    public static ActorId CountryOf(string study, string iso2)
    {
        ArgumentNullException.ThrowIfNull(iso2);
        return new ActorId(ActorKind.StudyCountry, $"{study}.{iso2.ToLowerInvariant()}");
    }

    /// <summary>Copies the columns by which lists scope a row.</summary>
    internal ViewRow Into(ViewRow row) => row with { Sponsor = Sponsor, Study = Study, Country = Country, Site = Site };
}

/// <summary>Level of a scope.</summary>
public enum ScopeLevel
{
    /// <summary>The whole organisation.</summary>
    Organisation,

    /// <summary>A study.</summary>
    Study,

    /// <summary>A country in a study.</summary>
    Country,

    /// <summary>A site.</summary>
    Site,
}
