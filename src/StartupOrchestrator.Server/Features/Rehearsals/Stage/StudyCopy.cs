using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.Imports;

namespace StartupOrchestrator.Server.Features.Rehearsals.Stage;

/// <summary>What a dry run begins with: the study, its countries and its sites as they were entered, without what has happened since.</summary>
/// <param name="Study">Key of the study.</param>
/// <param name="Register">Enters the study.</param>
/// <param name="Countries">Enter its countries, by key.</param>
/// <param name="Sites">Enter its sites, by key.</param>
public sealed record StudyCopy(
    string Study, RegisterStudy Register, IReadOnlyList<Copied<AddCountry>> Countries, IReadOnlyList<Copied<IdentifySite>> Sites)
{
    /// <summary>Copies a study out of a database; null when it is not there.</summary>
    public static async Task<StudyCopy?> TakeAsync(IActorRuntime runtime, IViewQueries views, string study, CancellationToken cancellationToken)
    {
        if (await runtime.ReadAsync(new ActorId(ActorKind.Study, study), cancellationToken) is not { State: StudyState state })
        {
            return null;
        }

        var existing = await ExistingStudy.ReadAsync(views, ViewScope.All, study, cancellationToken);
        var sponsor = existing.Study!.Row.Sponsor!;
        var d = state.Description;
        return new StudyCopy(
            study,
            new RegisterStudy(d.Title, d.ProtocolNumber, sponsor, d.SponsorName, d.ShortTitle, d.RegistryId, d.Phase, d.Condition, d.CountriesWanted),
            [.. existing.Countries.Values.OrderBy(c => c.Id.Key, StringComparer.Ordinal)
                .Select(c => new Copied<AddCountry>(c.Id.Key, new AddCountry(sponsor, study, c.Row.Country!, SitesPlanned: existing.Sites.Count(s => s.Row.Country == c.Row.Country))))],
            [.. existing.Sites.OrderBy(s => s.Id.Key, StringComparer.Ordinal)
                .Select(s => new Copied<IdentifySite>(s.Id.Key, new IdentifySite(
                    sponsor, study, s.Row.Country!, s.Row.Code!, s.Row.Title!, Text(s, "city"), Text(s, "timeZone"), Text(s, "source"), Text(s, "subdivision"))))]);
    }

    private static string? Text(StoredView view, string name) => view.Row.Doc[name]?.GetValue<string>();
}

/// <summary>A command with the key of its target.</summary>
/// <typeparam name="T">The command.</typeparam>
public sealed record Copied<T>(string Key, T Command)
    where T : Command;
