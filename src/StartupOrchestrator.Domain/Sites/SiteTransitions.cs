using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors.Shared;
using static StartupOrchestrator.Domain.Sites.SiteStatus;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>Which status of a site may follow which.</summary>
public static class SiteTransitions
{
    /// <summary>The table. To active leads only the second gate; from on hold a site resumes or ends as its stage allows.</summary>
    public static Transitions<SiteStatus> Table { get; } = new(
        (Identified, [CdaPending, CdaExecuted, NotSelected, Declined, OnHold]),
        (CdaPending, [CdaExecuted, NotSelected, Declined, OnHold]),
        (CdaExecuted, [Surveyed, NotSelected, Declined, OnHold]),
        (Surveyed, [Qualifying, NotSelected, Declined, OnHold]),
        (Qualifying, [Qualified, NotSelected, Declined, OnHold]),
        (Qualified, [Selected, BackUp, NotSelected, Declined, OnHold]),
        (BackUp, [Selected, NotSelected, Declined, OnHold]),
        (Selected, [InStartUp, Dropped, OnHold]),
        (InStartUp, [ReadyForSiv, Dropped, OnHold]),
        (ReadyForSiv, [Initiated, Dropped, OnHold]),
        (Initiated, [Dropped, OnHold]),
        (Active, [OnHold, Closed]));

    /// <summary>What may follow now.</summary>
    public static ImmutableArray<SiteStatus> From(SiteState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Status switch
        {
            OnHold => state.HeldFrom is { } held ? [.. Table.From(held).Where(IsEnd)] : [],
            CdaExecuted when state.Description.FastTrack => Table.From(CdaExecuted).Insert(1, Qualifying),
            Identified or CdaPending or CdaExecuted or Surveyed or Qualifying or Qualified or Selected or BackUp or NotSelected or Declined or InStartUp or ReadyForSiv
                or Initiated or Active or Dropped or Closed => Table.From(state.Status),
        };
    }

    /// <summary>True for statuses in which a site's start-up or life has ended.</summary>
    public static bool IsEnd(SiteStatus status) => status is NotSelected or Declined or Dropped or Closed;

    /// <summary>The milestone that a status reaches; null when none.</summary>
    public static string? Milestone(SiteStatus status) => status switch
    {
        Identified => "SI-010",
        CdaPending => "SI-020",
        CdaExecuted => "SI-030",
        Surveyed => "SI-050",
        Qualified => "SI-070",
        Selected => "SI-090",
        NotSelected or Declined => "SI-095",
        Initiated => "SI-220",
        Active => "SI-270",
        Dropped => "SI-290",
        Qualifying or BackUp or InStartUp or ReadyForSiv or OnHold or Closed => null,
    };

    /// <summary>The pick list of reasons that a status asks for; null when none.</summary>
    public static IReadOnlyDictionary<string, string>? Reasons(SiteStatus status) => status switch
    {
        NotSelected => SiteReasons.NotSelected,
        Declined => SiteReasons.Declined,
        Dropped => SiteReasons.Dropped,
        OnHold => SiteReasons.OnHold,
        Closed => SiteReasons.Closed,
        Identified or CdaPending or CdaExecuted or Surveyed or Qualifying or Qualified or Selected or BackUp or InStartUp or ReadyForSiv or Initiated or Active => null,
    };
}
