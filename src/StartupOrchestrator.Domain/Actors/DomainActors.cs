using System.Collections.Immutable;
using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Letters;
using StartupOrchestrator.Domain.Notes;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Domain.Views;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Domain.Processes;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Domain.Actors;

/// <summary>The actor types of study start-up.</summary>
public static class DomainActors
{
    /// <summary>All of them.</summary>
    /// <param name="packs">Country packs that clocks and calendars come from.</param>
    public static ImmutableArray<IActorType> All(CountryPackCatalog packs) =>
    [
        new StudyActor(), new CountryActor(), new SiteActor(), new DocumentActor(), new SubmissionActor(packs), new ContractActor(), new TaskActor(packs),
        new PersonActor(), new DefinitionActor(), new ProcessActor(), new OrganisationActor(), new NoteActor(), new SavedViewActor(), new LetterActor(),
    ];
}
