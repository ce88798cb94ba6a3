using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>Plans a submission.</summary>
/// <param name="Jurisdiction">Whose clocks run: ISO 3166-1 alpha-2 code, for the EU CTR that of the reporting or the concerned member state.</param>
/// <param name="ClockSet">Name of the clock rule set in the country pack, for example <c>ctr-initial</c>; null: the pack's set for the type.</param>
/// <param name="Parent">For parts and decisions of an application: the application (<c>submission/…</c>).</param>
/// <param name="Body">Authority or committee, in words.</param>
/// <param name="RequiredFor">Gates that ask for its approval.</param>
/// <param name="Sites">Keys of the sites it names; empty when it covers all sites of its scope.</param>
/// <param name="Target">Our planned date of submission.</param>
[Contract("submission.plan")]
public sealed record PlanSubmission(
    SubmissionType Type, string Jurisdiction, Scope Scope, string? ClockSet = null, ActorId? Parent = null, string? Body = null, string? Title = null,
    ImmutableArray<Gate> RequiredFor = default, ImmutableArray<string> Sites = default, LocalDate? Target = null) : Command;

/// <summary>Told by a part or a decision to its application.</summary>
[Contract("submission.add-part")]
public sealed record AddPart(ActorId Part, SubmissionType Type, string? Country) : Command;

/// <summary>Begins to compile the package.</summary>
[Contract("submission.compile")]
public sealed record CompileSubmission(LocalDate? On = null) : Command;

/// <summary>The package is complete and checked.</summary>
/// <param name="Documents">Versions in the package: what an approval will cover.</param>
/// <param name="Sites">Sites it names, if that changed.</param>
[Contract("submission.ready")]
public sealed record SubmissionIsReady(LocalDate? On = null, ImmutableArray<CoveredDocument> Documents = default, ImmutableArray<string> Sites = default) : Command;

/// <summary>It was submitted. The clock rule set is chosen by this date.</summary>
/// <param name="Number">Number given by the portal or committee.</param>
[Contract("submission.submit")]
public sealed record Submit(LocalDate? On = null, string? Number = null) : Command;

/// <summary>Found valid or complete.</summary>
[Contract("submission.validation-passed")]
public sealed record ValidationPassed(LocalDate? On = null) : Command;

/// <summary>A request for information arrived.</summary>
/// <param name="Due">Due date as communicated; it counts before any computed one.</param>
/// <param name="Question">What was asked, in words.</param>
[Contract("submission.receive-rfi")]
public sealed record ReceiveRfi(RfiKind Kind, LocalDate? On = null, LocalDate? Due = null, string? Number = null, PersonalRef? Question = null) : Command;

/// <summary>Our work on the open request goes a step further.</summary>
[Contract("submission.rfi-progress")]
public sealed record ProgressRfi(RfiStatus To, LocalDate? On = null) : Command;

/// <summary>The open request was answered.</summary>
[Contract("submission.answer-rfi")]
public sealed record AnswerRfi(LocalDate? On = null, PersonalRef? Answer = null) : Command;

/// <summary>What became of an answered or missed request.</summary>
[Contract("submission.rfi-outcome")]
public sealed record SetRfiOutcome(RfiOutcome Outcome, LocalDate? On = null) : Command;

/// <summary>Assessment begins.</summary>
[Contract("submission.start-assessment")]
public sealed record StartAssessment(LocalDate? On = null) : Command;

/// <summary>Decided.</summary>
/// <param name="Conditions">Conditions in the authority's words, for <see cref="SubmissionDecision.ApprovedWithConditions"/>.</param>
/// <param name="Covers">Versions that the decision names; default: what was in the package.</param>
/// <param name="ValidUntil">Last day on which the approval holds, where it has an end.</param>
[Contract("submission.decide")]
public sealed record DecideSubmission(
    SubmissionDecision Decision, LocalDate? On = null, ImmutableArray<PersonalRef> Conditions = default, ImmutableArray<CoveredDocument> Covers = default,
    LocalDate? ValidUntil = null) : Command;

/// <summary>Told by Part I and Part II to their application when they are concluded.</summary>
[Contract("submission.part-concluded")]
public sealed record PartConcluded(ActorId Part, SubmissionType Type, string? Country, SubmissionDecision Decision, LocalDate On) : Command;

/// <summary>Told by an application to the decision of a member state: both parts are concluded, its clock runs.</summary>
/// <param name="On">The later of the two conclusions.</param>
[Contract("submission.parts-concluded")]
public sealed record PartsConcluded(LocalDate On) : Command;

/// <summary>Mends a mistake; asks a reason.</summary>
/// <param name="Date">For a change of date: the right one.</param>
[Contract("submission.correct")]
public sealed record CorrectSubmission(SubmissionCorrection Kind, LocalDate? Date = null) : Command;

/// <summary>A document version that a package or a decision names.</summary>
/// <param name="Type">Document type, for example <c>protocol</c>, <c>icf</c>, <c>ib</c>.</param>
/// <param name="Version">Version label.</param>
public sealed record CoveredDocument(string Type, string Version, LocalDate? Dated = null);

/// <summary>When a request came.</summary>
public enum RfiKind
{
    /// <summary>During validation.</summary>
    Validation,

    /// <summary>During assessment.</summary>
    Assessment,
}

/// <summary>Statuses of a request for information.</summary>
public enum RfiStatus
{
    /// <summary>Arrived.</summary>
    Received,

    /// <summary>Questions are given to their owners.</summary>
    Triaged,

    /// <summary>The answer is being written.</summary>
    Drafting,

    /// <summary>The answer is in review.</summary>
    Review,

    /// <summary>Answered; the other side has it.</summary>
    Answered,

    /// <summary>The answer was accepted.</summary>
    Accepted,

    /// <summary>Further questions came.</summary>
    FollowUp,

    /// <summary>Not answered in time.</summary>
    Missed,
}

/// <summary>What became of a request.</summary>
public enum RfiOutcome
{
    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Further questions.</summary>
    FollowUp,

    /// <summary>Not answered in time.</summary>
    Missed,
}

/// <summary>Ways in which a submission ends.</summary>
public enum SubmissionDecision
{
    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Approved with conditions.</summary>
    ApprovedWithConditions,

    /// <summary>Approved by silence; no objection; in effect.</summary>
    Tacit,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Withdrawn by us.</summary>
    Withdrawn,

    /// <summary>Lapsed: a deadline of ours passed.</summary>
    Lapsed,
}

/// <summary>What a correction of a submission does.</summary>
public enum SubmissionCorrection
{
    /// <summary>Goes back to the status before the last one.</summary>
    Reopen,

    /// <summary>Changes the date of submission.</summary>
    ChangeSubmitted,

    /// <summary>Changes the date of validation.</summary>
    ChangeValidated,

    /// <summary>Changes the date of the decision.</summary>
    ChangeDecided,

    /// <summary>Changes the communicated due date of the open request.</summary>
    ChangeRfiDue,
}
