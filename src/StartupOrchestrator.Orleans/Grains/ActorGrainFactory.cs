using Orleans;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Orleans.Grains;

/// <summary>The grain of an actor.</summary>
internal static class ActorGrainFactory
{
    public static IActorGrain Of(this IGrainFactory grains, ActorId id) => id.Kind switch
    {
        ActorKind.Study => grains.GetGrain<IStudyGrain>(id.Key),
        ActorKind.StudyCountry => grains.GetGrain<IStudyCountryGrain>(id.Key),
        ActorKind.Site => grains.GetGrain<ISiteGrain>(id.Key),
        ActorKind.Document => grains.GetGrain<IDocumentGrain>(id.Key),
        ActorKind.Submission => grains.GetGrain<ISubmissionGrain>(id.Key),
        ActorKind.Contract => grains.GetGrain<IContractGrain>(id.Key),
        ActorKind.Task => grains.GetGrain<ITaskGrain>(id.Key),
        ActorKind.Person => grains.GetGrain<IPersonGrain>(id.Key),
        ActorKind.Workflow => grains.GetGrain<IWorkflowGrain>(id.Key),
        ActorKind.Definition => grains.GetGrain<IDefinitionGrain>(id.Key),
        ActorKind.Process => grains.GetGrain<IProcessGrain>(id.Key),
        ActorKind.Organisation => grains.GetGrain<IOrganisationGrain>(id.Key),
        ActorKind.Trigger => grains.GetGrain<ITriggerGrain>(id.Key),
        ActorKind.Note => grains.GetGrain<INoteGrain>(id.Key),
        ActorKind.SavedView => grains.GetGrain<ISavedViewGrain>(id.Key),
        ActorKind.Letter => grains.GetGrain<ILetterGrain>(id.Key),
    };
}
