using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>Names of studies and sites for mails, and who holds which role there.</summary>
public sealed class PlaceReader(IActorRuntime runtime, IViewQueries views)
{
    private static readonly string[] Writers = ["SUS", "SUL", "CTM"];

    /// <summary>Names of a scope.</summary>
    public async Task<Place> ReadAsync(Scope scope, CancellationToken cancellationToken)
    {
        var study = scope.StudyActor is { } studyId ? await views.FindAsync(studyId, ViewScope.All, cancellationToken).ConfigureAwait(false) : null;
        var site = scope.SiteActor is { } siteId ? await views.FindAsync(siteId, ViewScope.All, cancellationToken).ConfigureAwait(false) : null;
        var names = new[] { site?.Row.Code, site?.Row.Title }.Where(n => !string.IsNullOrEmpty(n));
        return new Place(study?.Row.Code ?? study?.Row.Title ?? scope.Study ?? "", site is null ? null : string.Join(", ", names), site?.Row.Code)
        {
            Activated = LocalDatePattern.Iso.Parse((string?)site?.Row.Doc["actual"] ?? "") is { Success: true, Value: var on } ? on : null,
        };
    }

    /// <summary>Key of the person who holds a role at the site, else in the country, else in the study; null when nobody does.</summary>
    public async Task<string?> HolderAsync(Scope scope, string role, CancellationToken cancellationToken)
    {
        foreach (var actor in new[] { scope.SiteActor, scope.CountryActor, scope.StudyActor })
        {
            if (actor is { } id && await runtime.ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } snapshot && Holder(snapshot.State, role) is { } person)
            {
                return person;
            }
        }

        return null;
    }

    /// <summary>Who writes to the site when a plan does: its specialist, else the study's lead; null when nobody is named.</summary>
    public async Task<string?> WriterAsync(Scope scope, CancellationToken cancellationToken)
    {
        foreach (var role in Writers)
        {
            if (await HolderAsync(scope, role, cancellationToken).ConfigureAwait(false) is { } person)
            {
                return person;
            }
        }

        return null;
    }

    private static string? Holder(object state, string role) => state switch
    {
        SiteState site => site.Contacts.FirstOrDefault(c => c.Role == role && c.To is null)?.Person,
        CountryState country => country.Team.GetValueOrDefault(role),
        StudyState study => study.Team.GetValueOrDefault(role),
        _ => null,
    };
}

/// <summary>Names for mails.</summary>
/// <param name="Study">The study's short name.</param>
/// <param name="Site">The site, code and institution.</param>
/// <param name="SiteCode">The site's code.</param>
public sealed record Place(string Study, string? Site, string? SiteCode)
{
    /// <summary>Activation date of the site.</summary>
    public NodaTime.LocalDate? Activated { get; init; }
}
