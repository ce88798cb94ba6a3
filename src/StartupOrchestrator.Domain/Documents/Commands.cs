using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>Puts a document on the list of expected ones. Its level is that of the scope.</summary>
/// <param name="Type">Document type, for example <c>cv</c>, <c>protocol-signature-page</c>, <c>insurance</c>.</param>
/// <param name="Title">What it is, in words; no personal values.</param>
/// <param name="Artefact">TMF artefact number, for example <c>05.02.04</c>.</param>
/// <param name="RequiredFor">Gates that ask for it.</param>
/// <param name="Person">Whose document it is, when it belongs to a person: key of <c>person/…</c>.</param>
/// <param name="OwnerRole">Role that provides it, for example <c>SC</c>.</param>
/// <param name="SecondReview">A second reviewer must approve, too.</param>
/// <param name="ExpectedVersion">Version label that is asked for, for example <c>3.0</c>; null when any will do.</param>
[Contract("document.expect")]
public sealed record ExpectDocument(
    string Type, string Title, Scope Scope, string? Artefact = null, ImmutableArray<Gate> RequiredFor = default, string? Person = null,
    string? OwnerRole = null, bool SecondReview = false, ExpiryRule? Expiry = null, string? Language = null, string? ExpectedVersion = null,
    LocalDate? Due = null) : Command;

/// <summary>Asks for it.</summary>
[Contract("document.request")]
public sealed record RequestDocument(LocalDate? Due = null, LocalDate? On = null) : Command;

/// <summary>A file arrived; it becomes the next version.</summary>
/// <param name="Label">Version label on the paper, for example <c>2.1</c>.</param>
/// <param name="Dated">Date on the paper.</param>
/// <param name="ValidUntil">Last day of validity on the paper, if it has one.</param>
/// <param name="On">When it arrived; null means today.</param>
[Contract("document.receive")]
public sealed record ReceiveDocument(FileRef File, string? Label = null, LocalDate? Dated = null, LocalDate? ValidUntil = null, LocalDate? On = null, string? Language = null) : Command;

/// <summary>Begins the review of what was received.</summary>
[Contract("document.start-review")]
public sealed record StartDocumentReview(LocalDate? On = null) : Command;

/// <summary>Approves what is in review; where a second review is asked, by two persons.</summary>
/// <param name="ValidUntil">Last day of validity as the reviewer reads it; null keeps what was given at receipt or follows from the rule.</param>
[Contract("document.approve")]
public sealed record ApproveDocument(LocalDate? On = null, LocalDate? ValidUntil = null) : Command;

/// <summary>Sends it back.</summary>
/// <param name="ReasonCode">A code of <see cref="DocumentReasons"/>.</param>
/// <param name="Note">What must be changed, for whoever sends it again.</param>
[Contract("document.reject")]
public sealed record RejectDocument(string ReasonCode, PersonalRef? Note = null, LocalDate? On = null) : Command;

/// <summary>The approved version comes into force; the one before is superseded.</summary>
[Contract("document.make-effective")]
public sealed record MakeDocumentEffective(LocalDate? On = null) : Command;

/// <summary>The version in force no longer counts: a newer one is asked for.</summary>
/// <param name="ExpectedVersion">Version label now asked for.</param>
[Contract("document.supersede")]
public sealed record SupersedeDocument(string? ExpectedVersion = null, LocalDate? On = null) : Command;

/// <summary>The version in force is no longer valid. Sent by the expiry watch, or by a person who knows better.</summary>
[Contract("document.expire")]
public sealed record ExpireDocument(LocalDate? On = null) : Command;

/// <summary>Says, ahead of time, that validity ends. Sent by the expiry watch.</summary>
[Contract("document.warn-expiry")]
public sealed record WarnOfExpiry : Command;

/// <summary>Does not apply here; asks a reason.</summary>
[Contract("document.not-applicable")]
public sealed record MarkNotApplicable(string? ReasonCode = null) : Command;

/// <summary>Not required although it would apply; asks a reason, and an approver who is not the one who asks.</summary>
/// <param name="Approver">Who agreed: key of <c>person/…</c>; never who asks (the sender, or the one on whose behalf it is sent).</param>
[Contract("document.waive")]
public sealed record WaiveDocument(string Approver, string? ReasonCode = null) : Command;

/// <summary>Mends a mistake; asks a reason.</summary>
[Contract("document.correct")]
public sealed record CorrectDocument(DocumentCorrection Kind, string? Label = null, LocalDate? Dated = null, LocalDate? ValidUntil = null) : Command;

/// <summary>When a document ceases to be valid.</summary>
/// <param name="Kind">Which of the three kinds of expiry.</param>
/// <param name="Months">For an age limit: months after the date on the paper.</param>
/// <param name="WarnDays">Calendar days ahead at which a renewal is asked for.</param>
public sealed record ExpiryRule(ExpiryKind Kind, int? Months = null, int WarnDays = 60);

/// <summary>Kinds of expiry.</summary>
public enum ExpiryKind
{
    /// <summary>Never.</summary>
    None,

    /// <summary>The end date on the paper: insurance, laboratory certificate, import licence.</summary>
    EndDate,

    /// <summary>An age limit by policy: GCP certificate, CV.</summary>
    AgeLimit,

    /// <summary>Replaced by a version: protocol page, ICF, training.</summary>
    NewVersion,
}

/// <summary>What a correction of a document does.</summary>
public enum DocumentCorrection
{
    /// <summary>Goes back to the status before the last one.</summary>
    Reopen,

    /// <summary>Changes label and dates of the latest version.</summary>
    ChangeDetails,
}
