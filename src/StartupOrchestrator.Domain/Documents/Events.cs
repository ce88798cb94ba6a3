using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>A document came onto the list.</summary>
[Contract("document.expected")]
public sealed record DocumentExpected(
    string Type, string Title, Scope Scope, LocalDate On, string? Artefact, ImmutableArray<Gate> RequiredFor, string? Person, string? OwnerRole, bool SecondReview,
    ExpiryRule? Expiry, string? Language, string? ExpectedVersion, LocalDate? Due) : Event;

/// <summary>It was asked for.</summary>
[Contract("document.requested")]
public sealed record DocumentRequested(LocalDate? Due, LocalDate On) : Event;

/// <summary>A version arrived.</summary>
[Contract("document.received")]
public sealed record DocumentReceived(
    int Number, FileRef File, LocalDate On, string From, string? Label, LocalDate? Dated, LocalDate? ValidUntil, string? Language) : Event;

/// <summary>Review began.</summary>
[Contract("document.review-started")]
public sealed record DocumentReviewStarted(LocalDate On) : Event;

/// <summary>The first of two reviewers approved.</summary>
[Contract("document.first-approved")]
public sealed record DocumentFirstApproved(string By, LocalDate On) : Event;

/// <summary>A version was approved.</summary>
[Contract("document.approved")]
public sealed record DocumentApproved(int Number, string By, LocalDate On, LocalDate? ValidUntil) : Event;

/// <summary>A version was sent back.</summary>
[Contract("document.rejected")]
public sealed record DocumentRejected(int Number, string ReasonCode, PersonalRef? Note, LocalDate On) : Event;

/// <summary>The approved version came into force; versions in force before are superseded.</summary>
[Contract("document.made-effective")]
public sealed record DocumentMadeEffective(int Number, LocalDate On) : Event;

/// <summary>The version that counted no longer does; a newer one is asked for.</summary>
[Contract("document.superseded")]
public sealed record DocumentSuperseded(string? ExpectedVersion, LocalDate On) : Event;

/// <summary>The version that counted is no longer valid.</summary>
[Contract("document.expired")]
public sealed record DocumentExpired(int Number, LocalDate On) : Event;

/// <summary>Validity ends soon.</summary>
[Contract("document.expiry-warned")]
public sealed record DocumentExpiryWarned(LocalDate ValidUntil) : Event;

/// <summary>It does not apply here.</summary>
[Contract("document.marked-not-applicable")]
public sealed record DocumentMarkedNotApplicable(string? ReasonCode, LocalDate On) : Event;

/// <summary>It is not required, as somebody approved.</summary>
[Contract("document.waived")]
public sealed record DocumentWaived(string Approver, string? ReasonCode, LocalDate On) : Event;

/// <summary>A mistake was mended: back to the status before.</summary>
[Contract("document.reopened")]
public sealed record DocumentReopened(DocumentStatus From, DocumentStatus To, LocalDate On) : Event;

/// <summary>A mistake was mended: label and dates of a version.</summary>
[Contract("document.details-changed")]
public sealed record DocumentDetailsChanged(
    int Number, string? LabelBefore, string? Label, LocalDate? DatedBefore, LocalDate? Dated, LocalDate? ValidUntilBefore, LocalDate? ValidUntil) : Event;
