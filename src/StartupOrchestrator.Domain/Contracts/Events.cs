using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Contracts;

/// <summary>Contract and budget were opened.</summary>
[Contract("contract.opened")]
public sealed record ContractOpened(Scope Scope, string? Template, bool WithBudget, ImmutableArray<Gate> RequiredFor, LocalDate? Target, LocalDate On) : Event;

/// <summary>A draft went to the site.</summary>
[Contract("contract.draft-sent")]
public sealed record DraftSent(Track Track, LocalDate On) : Event;

/// <summary>The site's comments arrived.</summary>
[Contract("contract.comments-received")]
public sealed record CommentsReceived(Track Track, int Round, ImmutableArray<string> Clauses, FileRef? File, LocalDate On) : Event;

/// <summary>Our answer went out.</summary>
[Contract("contract.answer-sent")]
public sealed record AnswerSent(Track Track, int Round, FileRef? File, LocalDate On) : Event;

/// <summary>An exception was asked for.</summary>
[Contract("contract.exception-requested")]
public sealed record ExceptionRequested(Track Track, PendingException Exception) : Event;

/// <summary>The exception was decided.</summary>
[Contract("contract.exception-decided")]
public sealed record ExceptionDecided(Track Track, bool Granted, string By, LocalDate On) : Event;

/// <summary>A track was agreed.</summary>
[Contract("contract.track-agreed")]
public sealed record TrackAgreed(Track Track, int Rounds, LocalDate On) : Event;

/// <summary>Signatures began.</summary>
[Contract("contract.signature-started")]
public sealed record SignatureStarted(ImmutableArray<string> Signatories, LocalDate On) : Event;

/// <summary>The last party signed the contract, or the amendment.</summary>
[Contract("contract.executed")]
public sealed record ContractExecuted(bool Amendment, FileRef? File, LocalDate On) : Event;

/// <summary>It took effect.</summary>
[Contract("contract.made-effective")]
public sealed record ContractMadeEffective(LocalDate On) : Event;

/// <summary>An amendment began.</summary>
[Contract("contract.amendment-started")]
public sealed record AmendmentStarted(TrackChoice Track, string? ReasonCode, LocalDate On) : Event;

/// <summary>No contract will be made.</summary>
[Contract("contract.discontinued")]
public sealed record ContractDiscontinued(string ReasonCode, ContractStatus Stage, LocalDate On) : Event;

/// <summary>A mistake was mended: back one step.</summary>
[Contract("contract.reopened")]
public sealed record ContractReopened(ContractStatus From, ContractStatus To, LocalDate On) : Event;

/// <summary>An agreed track was opened again.</summary>
[Contract("contract.track-reopened")]
public sealed record TrackReopened(Track Track, LocalDate? AgreedBefore, LocalDate On) : Event;

/// <summary>A mistake was mended: the date of execution.</summary>
[Contract("contract.executed-corrected")]
public sealed record ExecutedCorrected(LocalDate From, LocalDate To) : Event;
