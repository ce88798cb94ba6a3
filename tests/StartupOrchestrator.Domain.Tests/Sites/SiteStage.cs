using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Sites;

namespace StartupOrchestrator.Domain.Tests.Sites;

/// <summary>Sites in the statuses that tests begin from.</summary>
internal static class SiteStage
{
    private static readonly SiteStatus[] Road =
    [
        SiteStatus.Identified, SiteStatus.CdaPending, SiteStatus.CdaExecuted, SiteStatus.Surveyed, SiteStatus.Qualifying, SiteStatus.Qualified, SiteStatus.Selected,
        SiteStatus.InStartUp, SiteStatus.ReadyForSiv, SiteStatus.Initiated,
    ];

    public static readonly ActorId Id = new(ActorKind.Site, "s1.004");

    public static Stage<SiteState> In(SiteStatus status)
    {
        var stage = new Stage<SiteState>(new SiteActor(), Id);
        stage.Do(new IdentifySite("spn", "s1", "PL", "PL-04", "Szpital Kliniczny", "Brzegowo", "Europe/Warsaw"));
        var on = new NodaTime.LocalDate(2026, 3, 1);
        foreach (var next in Road.Skip(1).TakeWhile(_ => stage.State.Status != status && !IsSide(status, stage.State.Status)))
        {
            stage.Do(new AdvanceSite(next, on = on.PlusDays(7)));
        }

        return status switch
        {
            SiteStatus.BackUp or SiteStatus.NotSelected or SiteStatus.Declined or SiteStatus.Dropped or SiteStatus.OnHold when stage.State.Status != status => stage.Do(new AdvanceSite(status, on, "other")),
            _ => stage,
        };
    }

    private static bool IsSide(SiteStatus wanted, SiteStatus now) => (wanted, now) switch
    {
        (SiteStatus.BackUp or SiteStatus.NotSelected or SiteStatus.Declined, SiteStatus.Qualified) => true,
        (SiteStatus.Dropped or SiteStatus.OnHold, SiteStatus.InStartUp) => true,
        _ => false,
    };
}
