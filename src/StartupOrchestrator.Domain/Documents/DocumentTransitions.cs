using StartupOrchestrator.Domain.Actors.Shared;
using static StartupOrchestrator.Domain.Documents.DocumentStatus;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>Which status of a document may follow which.</summary>
public static class DocumentTransitions
{
    /// <summary>The table. A document in force can be received again: the next version goes through review while this one counts.</summary>
    public static Transitions<DocumentStatus> Table { get; } = new(
        (Expected, [Requested, Received, NotApplicable, Waived]),
        (Requested, [Requested, Received, NotApplicable, Waived]),
        (Received, [InReview, Received, NotApplicable, Waived]),
        (InReview, [Approved, Rejected]),
        (Rejected, [Requested, Received, NotApplicable, Waived]),
        (Approved, [Effective, Superseded, Expired, Received]),
        (Effective, [Superseded, Expired, Requested, Received]),
        (Superseded, [Requested, Received, NotApplicable, Waived]),
        (Expired, [Requested, Received, NotApplicable, Waived]));
}
