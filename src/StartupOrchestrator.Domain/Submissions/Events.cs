using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>A submission was planned.</summary>
[Contract("submission.planned")]
public sealed record SubmissionPlanned(
    SubmissionType Type, string Jurisdiction, Scope Scope, string? ClockSet, ActorId? Parent, string? Body, string? Title, ImmutableArray<Gate> RequiredFor,
    ImmutableArray<string> Sites, LocalDate? Target, LocalDate On) : Event;

/// <summary>A part or decision joined the application.</summary>
[Contract("submission.part-added")]
public sealed record PartAdded(ActorId Part, SubmissionType Type, string? Country) : Event;

/// <summary>Compiling began.</summary>
[Contract("submission.compiling")]
public sealed record SubmissionCompiling(LocalDate On) : Event;

/// <summary>The package is complete.</summary>
[Contract("submission.made-ready")]
public sealed record SubmissionMadeReady(LocalDate On, ImmutableArray<CoveredDocument> Documents, ImmutableArray<string> Sites) : Event;

/// <summary>It was submitted.</summary>
/// <param name="Clock">Rules chosen by the date; null without verified rules.</param>
/// <param name="Deadline">Day by which the other side must act, if a rule says so.</param>
[Contract("submission.submitted")]
public sealed record SubmissionSubmitted(LocalDate On, string? Number, ClockRuleSet? Clock, string? PackVersion, Deadline? Deadline) : Event;

/// <summary>It was found valid.</summary>
[Contract("submission.validated")]
public sealed record SubmissionValidated(LocalDate On, Deadline? Deadline) : Event;

/// <summary>Assessment began without a validation of its own.</summary>
[Contract("submission.assessment-started")]
public sealed record SubmissionAssessmentStarted(LocalDate On, Deadline? Deadline) : Event;

/// <summary>A request for information arrived.</summary>
/// <param name="Computed">Due date by rule.</param>
/// <param name="StopsClock">The authority's clock stands still until the answer.</param>
[Contract("submission.rfi-received")]
public sealed record RfiReceived(int Index, RfiKind Kind, LocalDate On, LocalDate? CommunicatedDue, Deadline? Computed, string? Number, bool StopsClock, PersonalRef? Question = null) : Event;

/// <summary>Our work on the request went a step further.</summary>
[Contract("submission.rfi-progressed")]
public sealed record RfiProgressed(int Index, RfiStatus From, RfiStatus To, LocalDate On) : Event;

/// <summary>The request was answered.</summary>
[Contract("submission.rfi-answered")]
public sealed record RfiWasAnswered(int Index, LocalDate On, Deadline? Deadline, PersonalRef? Answer = null) : Event;

/// <summary>What became of the request.</summary>
[Contract("submission.rfi-closed")]
public sealed record RfiClosed(int Index, RfiOutcome Outcome, LocalDate On) : Event;

/// <summary>A part of the application was concluded.</summary>
[Contract("submission.part-was-concluded")]
public sealed record PartWasConcluded(ActorId Part, SubmissionDecision Decision, LocalDate On) : Event;

/// <summary>Both parts were concluded: the clock of this decision runs.</summary>
[Contract("submission.parts-were-concluded")]
public sealed record PartsWereConcluded(LocalDate On, Deadline? Deadline) : Event;

/// <summary>It was decided.</summary>
[Contract("submission.decided")]
public sealed record SubmissionDecided(
    SubmissionDecision Decision, LocalDate On, ImmutableArray<PersonalRef> Conditions, ImmutableArray<CoveredDocument> Covers, LocalDate? ValidUntil) : Event;

/// <summary>A mistake was mended: back to the status before.</summary>
[Contract("submission.reopened")]
public sealed record SubmissionReopened(SubmissionStatus From, SubmissionStatus To, LocalDate On) : Event;

/// <summary>A mistake was mended: a date.</summary>
[Contract("submission.date-corrected")]
public sealed record SubmissionDateCorrected(SubmissionCorrection Kind, LocalDate? From, LocalDate? To, Deadline? Deadline) : Event;
