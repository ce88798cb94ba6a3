using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Sites;

namespace StartupOrchestrator.Server.Access;

/// <summary>Rights that a command needs besides its policy because of what it says.</summary>
public static class MoreRights
{
    /// <summary>Planned and baseline dates are re-planning; whatever touches a site budget needs the budget's own right.</summary>
    public static Right? Of(Command command) => command switch
    {
        SetSiteMilestone { Kind: var kind } => OfDate(kind),
        SetCountryMilestone { Kind: var kind } => OfDate(kind),
        SendDraft { Track: TrackChoice.Budget or TrackChoice.Both } => Right.SiteBudgets,
        ReceiveSiteComments { Track: Track.Budget } => Right.SiteBudgets,
        SendOurAnswer { Track: Track.Budget } => Right.SiteBudgets,
        RequestException { Track: Track.Budget } => Right.SiteBudgets,
        DecideException { Track: Track.Budget } => Right.SiteBudgets,
        AgreeTrack { Track: Track.Budget } => Right.SiteBudgets,
        AmendContract { Track: TrackChoice.Budget or TrackChoice.Both } => Right.SiteBudgets,
        CorrectContract { Track: Track.Budget } => Right.SiteBudgets,
        _ => null,
    };

    private static Right? OfDate(MilestoneDateKind kind) => kind switch
    {
        MilestoneDateKind.Baseline or MilestoneDateKind.Plan => Right.Replan,
        MilestoneDateKind.Forecast or MilestoneDateKind.Actual => null,
    };
}
