using Orleans;
using Orleans.CodeGeneration;
using StartupOrchestrator.Orleans.Messages;

namespace StartupOrchestrator.Orleans.Grains;

/// <summary>An actor as the cluster addresses it; the key is the actor's.</summary>
public interface IActorGrain : IGrainWithStringKey
{
    /// <summary>Lets the actor decide and commits what follows. Sending it twice does no harm.</summary>
    Task<ActorReply> DeliverAsync(ActorRequest request);
}

#pragma warning disable CS1591 // One interface a kind of actor: the name says all.
[Alias("startup.study"), Version(1)]
public interface IStudyGrain : IActorGrain;

[Alias("startup.study-country"), Version(1)]
public interface IStudyCountryGrain : IActorGrain;

[Alias("startup.site"), Version(1)]
public interface ISiteGrain : IActorGrain;

[Alias("startup.document"), Version(1)]
public interface IDocumentGrain : IActorGrain;

[Alias("startup.submission"), Version(1)]
public interface ISubmissionGrain : IActorGrain;

[Alias("startup.contract"), Version(1)]
public interface IContractGrain : IActorGrain;

[Alias("startup.task"), Version(1)]
public interface ITaskGrain : IActorGrain;

[Alias("startup.person"), Version(1)]
public interface IPersonGrain : IActorGrain;

[Alias("startup.workflow"), Version(1)]
public interface IWorkflowGrain : IActorGrain;

[Alias("startup.definition"), Version(1)]
public interface IDefinitionGrain : IActorGrain;

[Alias("startup.process"), Version(1)]
public interface IProcessGrain : IActorGrain;

[Alias("startup.organisation"), Version(1)]
public interface IOrganisationGrain : IActorGrain;

[Alias("startup.trigger"), Version(1)]
public interface ITriggerGrain : IActorGrain;

[Alias("startup.note"), Version(1)]
public interface INoteGrain : IActorGrain;

[Alias("startup.saved-view"), Version(1)]
public interface ISavedViewGrain : IActorGrain;

[Alias("startup.letter"), Version(1)]
public interface ILetterGrain : IActorGrain;
