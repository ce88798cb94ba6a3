using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>The row of a site.</summary>
internal static class SiteView
{
    private const string Activation = "SI-270";

    public static ViewRow? Of(SiteState state)
    {
        if (!state.Exists)
        {
            return null;
        }

        var (waitingOn, since) = Waiting(state);
        var d = state.Description;
        var activation = state.Milestones[Activation];
        var doc = new JsonObject()
            .Set("institution", d.Institution).Set("city", d.City).Set("timeZone", d.TimeZone).Set("subdivision", d.Subdivision).Set("source", d.Source)
            .Set("participantsPlanned", d.ParticipantsPlanned).Set("fastTrack", d.FastTrack).Set("since", state.Since)
            .Set("reasonCode", state.ReasonCode).Set("endedAt", state.EndedAt is { } stage ? StatusName.Of(stage) : null).Set("heldFrom", state.HeldFrom is { } held ? StatusName.Of(held) : null)
            .Set("baseline", activation.Baseline).Set("planned", activation.Plan).Set("forecast", activation.Forecast).Set("actual", activation.Actual)
            .Set("next", [.. StatusName.Of(SiteTransitions.From(state))])
            .Describe(state.Milestones);
        foreach (var gate in Enum.GetValues<Gate>())
        {
            var (name, g) = (StatusName.Of(gate), state[gate]);
            doc.Set($"gate.{name}", StatusName.Of(g.Status)).Set($"gate.{name}.requestedBy", g.RequestedBy).Set($"gate.{name}.requestedOn", g.RequestedOn)
                .Set($"gate.{name}.decidedBy", g.DecidedBy).Set($"gate.{name}.decidedOn", g.DecidedOn).Set($"gate.{name}.exceptionsAsked", g.ExceptionsAsked)
                .NestAll($"gate.{name}.exceptions", g.Exceptions);
        }

        foreach (var contact in state.Contacts.Where(c => c.To is null).GroupBy(c => c.Role))
        {
            doc.Set($"contact.{contact.Key}", [.. contact.Select(c => c.Person)]);
        }

        return state.Scope.Into(new ViewRow
        {
            Status = StatusName.Of(state.Status), Code = d.Code, Title = d.Institution, Owner = state.Holders("SUS").FirstOrDefault()?.Person ?? "SUS",
            Due = activation.Plan, WaitingOn = waitingOn, WaitingSince = since, Doc = doc,
        });
    }

    private static (string? On, LocalDate? Since) Waiting(SiteState state) =>
        Enum.GetValues<Gate>().Select(g => state[g]).FirstOrDefault(g => g.Status == GateStatus.Requested) is { } requested ? (Party.Sponsor, requested.RequestedOn) : Stage(state);

    private static (string? On, LocalDate? Since) Stage(SiteState state) => state.Status switch
    {
        SiteStatus.Identified or SiteStatus.Surveyed or SiteStatus.Qualifying or SiteStatus.Selected or SiteStatus.InStartUp or SiteStatus.ReadyForSiv or SiteStatus.Initiated
            => (Party.Us, state.Since),
        SiteStatus.CdaPending or SiteStatus.CdaExecuted => (Party.Site, state.Since),
        SiteStatus.Qualified or SiteStatus.BackUp or SiteStatus.OnHold => (Party.Sponsor, state.Since),
        SiteStatus.NotSelected or SiteStatus.Declined or SiteStatus.Active or SiteStatus.Dropped or SiteStatus.Closed => (null, null),
    };
}
