using StartupOrchestrator.Domain.Actors.Shared;
using static StartupOrchestrator.Domain.Countries.CountryStatus;

namespace StartupOrchestrator.Domain.Countries;

/// <summary>Which status of a country may follow which.</summary>
public static class CountryTransitions
{
    /// <summary>The table. From on hold a country resumes, or is withdrawn.</summary>
    public static Transitions<CountryStatus> Table { get; } = new(
        (Proposed, [Selected, OnHold, Withdrawn]),
        (Selected, [Preparing, OnHold, Withdrawn]),
        (Preparing, [Submitted, OnHold, Withdrawn]),
        (Submitted, [UnderReview, Refused, Lapsed, OnHold, Withdrawn]),
        (UnderReview, [Approved, Refused, Lapsed, OnHold, Withdrawn]),
        (Approved, [Greenlit, Lapsed, OnHold, Withdrawn]),
        (Greenlit, [Active, Lapsed, OnHold, Withdrawn]),
        (Active, [Lapsed, OnHold, Withdrawn]),
        (OnHold, [Withdrawn, Lapsed]));

    /// <summary>The milestone that a status reaches; null when none.</summary>
    public static string? Milestone(CountryStatus status) => status switch
    {
        Preparing => "CO-010",
        Submitted => "CO-040",
        Greenlit => "CO-150",
        Active => "CO-160",
        Proposed or Selected or UnderReview or Approved or OnHold or Withdrawn or Refused or Lapsed => null,
    };
}
