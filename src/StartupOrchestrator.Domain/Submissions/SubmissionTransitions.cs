using StartupOrchestrator.Domain.Actors.Shared;
using static StartupOrchestrator.Domain.Submissions.SubmissionStatus;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>Which status of a submission may follow which. A withdrawal or lapse may end it from anywhere.</summary>
public static class SubmissionTransitions
{
    /// <summary>The table.</summary>
    public static Transitions<SubmissionStatus> Table { get; } = new(
        (Planned, [Compiling, Decided]),
        (Compiling, [Ready, Decided]),
        (Ready, [Submitted, Compiling, Decided]),
        (Submitted, [Assessing, RfiOpen, Decided]),
        (Assessing, [RfiOpen, Decided]),
        (RfiOpen, [RfiAnswered, Submitted, Assessing, Decided]),
        (RfiAnswered, [RfiOpen, Submitted, Assessing, Decided]));
}
