using Orleans;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;

#pragma warning disable CS1591 // One class a kind of actor: the name says all.
namespace StartupOrchestrator.Orleans.Grains;

[GrainType("study")]
public sealed class StudyGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Study, runtime), IStudyGrain;

[GrainType("study-country")]
public sealed class StudyCountryGrain(StartupRuntime runtime) : ActorGrain(ActorKind.StudyCountry, runtime), IStudyCountryGrain;

[GrainType("site")]
public sealed class SiteGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Site, runtime), ISiteGrain;

[GrainType("document")]
public sealed class DocumentGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Document, runtime), IDocumentGrain;

[GrainType("submission")]
public sealed class SubmissionGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Submission, runtime), ISubmissionGrain;

[GrainType("contract")]
public sealed class ContractGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Contract, runtime), IContractGrain;

[GrainType("task")]
public sealed class TaskGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Task, runtime), ITaskGrain;

[GrainType("person")]
public sealed class PersonGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Person, runtime), IPersonGrain;

[GrainType("workflow")]
public sealed class WorkflowGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Workflow, runtime), IWorkflowGrain;

[GrainType("definition")]
public sealed class DefinitionGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Definition, runtime), IDefinitionGrain;

[GrainType("process")]
public sealed class ProcessGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Process, runtime), IProcessGrain;

[GrainType("organisation")]
public sealed class OrganisationGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Organisation, runtime), IOrganisationGrain;

[GrainType("trigger")]
public sealed class TriggerGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Trigger, runtime), ITriggerGrain;

[GrainType("note")]
public sealed class NoteGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Note, runtime), INoteGrain;

[GrainType("saved-view")]
public sealed class SavedViewGrain(StartupRuntime runtime) : ActorGrain(ActorKind.SavedView, runtime), ISavedViewGrain;

[GrainType("letter")]
public sealed class LetterGrain(StartupRuntime runtime) : ActorGrain(ActorKind.Letter, runtime), ILetterGrain;
