using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>The state of a document after an event.</summary>
internal static class DocumentApply
{
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
        DocumentApproved x => Step(Mark(state, x.Number, VersionStatus.Approved, x.ValidUntil), DocumentStatus.Approved, x.On) with { ExpiryWarned = false },
        DocumentRejected x => Step(Mark(state, x.Number, VersionStatus.Rejected), DocumentStatus.Rejected, x.On, x.ReasonCode) with
        {
            Rejections = state.Rejections + 1, Note = x.Note, FirstApprover = null,
        },
        DocumentMadeEffective x => Step(Mark(Retire(state, VersionStatus.Superseded), x.Number, VersionStatus.Effective), DocumentStatus.Effective, x.On),
        DocumentSuperseded x => Step(Retire(state, VersionStatus.Superseded), DocumentStatus.Superseded, x.On) with { ExpectedVersion = x.ExpectedVersion ?? state.ExpectedVersion },
        DocumentExpired x => Step(Mark(state, x.Number, VersionStatus.Expired), DocumentStatus.Expired, x.On),
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

    private static DocumentState Step(DocumentState state, DocumentStatus to, LocalDate on, string? reason = null) => state with
    {
        Status = to, Since = on, ReasonCode = reason, History = state.History.Add(new StatusChange<DocumentStatus>(state.Status, to, on, reason)),
    };

    private static DocumentState Mark(DocumentState state, int number, VersionStatus status, LocalDate? validUntil = null) => state with
    {
        Versions = [.. state.Versions.Select(v => v.Number == number ? v with { Status = status, ValidUntil = validUntil ?? v.ValidUntil } : v)],
    };

    private static DocumentState Retire(DocumentState state, VersionStatus status) => state with
    {
        Versions = [.. state.Versions.Select(v => v.Status == VersionStatus.Effective ? v with { Status = status } : v)],
    };

    /// <summary>Back one step: the latest version takes the status that fits; files are never lost.</summary>
    private static DocumentState Back(DocumentState state, DocumentReopened e)
    {
        var stepped = Step(state, e.To, e.On);
        VersionStatus? version = e.To switch
        {
            DocumentStatus.Received or DocumentStatus.InReview => VersionStatus.Received,
            DocumentStatus.Approved => VersionStatus.Approved,
            DocumentStatus.Effective => VersionStatus.Effective,
            DocumentStatus.Rejected => VersionStatus.Rejected,
            DocumentStatus.Superseded => VersionStatus.Superseded,
            DocumentStatus.Expired => VersionStatus.Expired,
            DocumentStatus.Expected or DocumentStatus.Requested or DocumentStatus.NotApplicable or DocumentStatus.Waived => null,
        };
        return version is { } status && state.Latest is { } latest ? Mark(stepped, latest.Number, status) : stepped;
    }
}
