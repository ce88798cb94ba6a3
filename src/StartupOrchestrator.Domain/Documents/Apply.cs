using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>The state of a document after an event.</summary>
internal static class DocumentApply
{
    private const int Kept = 8;

    public static DocumentState Apply(DocumentState state, Event e) => e switch
    {
        DocumentExpected x => new DocumentState
        {
            Exists = true, Status = DocumentStatus.Expected, Type = x.Type, Title = x.Title, Scope = x.Scope, Artefact = x.Artefact, RequiredFor = x.RequiredFor.OrEmpty(),
            Person = x.Person, OwnerRole = x.OwnerRole, SecondReview = x.SecondReview, Expiry = x.Expiry, Language = x.Language, ExpectedVersion = x.ExpectedVersion,
            Due = x.Due, Since = x.On,
        },
        DocumentRequested x => Step(state, DocumentStatus.Requested, x.On) with { Due = x.Due ?? state.Due },
        DocumentReceived x => Step(state, DocumentStatus.Received, x.On) with
        {
            FirstApprover = null,
            Versions = state.Versions.Add(new DocumentVersion(x.Number, x.File, VersionStatus.Received, x.On, x.From, x.Label, x.Dated, x.ValidUntil, x.Language)),
        },
        DocumentReviewStarted x => Step(state, DocumentStatus.InReview, x.On),
        DocumentFirstApproved x => state with { FirstApprover = x.By },
        DocumentApproved x => Mark(Step(state, DocumentStatus.Approved, x.On), x.Number, VersionStatus.Approved, x.ValidUntil) with { ExpiryWarned = false },
        DocumentRejected x => Mark(Step(state, DocumentStatus.Rejected, x.On, x.ReasonCode), x.Number, VersionStatus.Rejected) with
        {
            Rejections = state.Rejections + 1, Note = x.Note, FirstApprover = null,
        },
        DocumentMadeEffective x => Mark(Retire(Step(state, DocumentStatus.Effective, x.On), VersionStatus.Superseded), x.Number, VersionStatus.Effective),
        DocumentSuperseded x => Retire(Step(state, DocumentStatus.Superseded, x.On), VersionStatus.Superseded) with { ExpectedVersion = x.ExpectedVersion ?? state.ExpectedVersion },
        DocumentExpired x => Mark(Step(state, DocumentStatus.Expired, x.On), x.Number, VersionStatus.Expired),
        DocumentExpiryWarned => state with { ExpiryWarned = true },
        DocumentMarkedNotApplicable x => Step(state, DocumentStatus.NotApplicable, x.On, x.ReasonCode),
        DocumentWaived x => Step(state, DocumentStatus.Waived, x.On, x.ReasonCode) with { Approver = x.Approver },
        DocumentReopened x => Back(state, x),
        DocumentDetailsChanged x => state with
        {
            Versions = [.. state.Versions.Select(v => v.Number == x.Number ? v with { Label = x.Label, Dated = x.Dated, ValidUntil = x.ValidUntil } : v)],
        },
        _ => state,
    };

    private static DocumentState Step(DocumentState state, DocumentStatus to, LocalDate on, string? reason = null)
    {
        var before = state.VersionsBefore.Add(state.Versions);
        return state with
        {
            Status = to, Since = on, ReasonCode = reason, History = state.History.Add(new StatusChange<DocumentStatus>(state.Status, to, on, reason)),
            VersionsBefore = before.Length > Kept ? before.RemoveAt(0) : before,
        };
    }

    private static DocumentState Mark(DocumentState state, int number, VersionStatus status, LocalDate? validUntil = null) => state with
    {
        Versions = [.. state.Versions.Select(v => v.Number == number ? v with { Status = status, ValidUntil = validUntil ?? v.ValidUntil } : v)],
    };

    private static DocumentState Retire(DocumentState state, VersionStatus status) => state with
    {
        Versions = [.. state.Versions.Select(v => v.Status is VersionStatus.Effective or VersionStatus.Approved ? v with { Status = status } : v)],
    };

    /// <summary>Back one step, versions as they were; a file that arrived since stays on record as sent back.</summary>
    private static DocumentState Back(DocumentState state, DocumentReopened e)
    {
        ImmutableArray<DocumentVersion> before = state.VersionsBefore.IsEmpty ? state.Versions : state.VersionsBefore[^1];
        return state with
        {
            Status = e.To, Since = e.On, ReasonCode = null, FirstApprover = null,
            Versions = [.. before, .. state.Versions.Skip(before.Length).Select(v => v with { Status = VersionStatus.Rejected })],
            VersionsBefore = state.VersionsBefore.IsEmpty ? [] : state.VersionsBefore.RemoveAt(state.VersionsBefore.Length - 1),
            History = state.History.IsEmpty ? [] : state.History.RemoveAt(state.History.Length - 1),
        };
    }
}
