using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>Mending mistakes: the old values stay, and the answer says what reopens.</summary>
internal static class SiteCorrections
{
    public static Decision Decide(SiteState state, CorrectSite c, DecisionContext context) => c.Kind switch
    {
        SiteCorrection.ChangeActual => MilestoneRules.Correct(state.Milestones, ScopeLevel.Site, c.Code, c.Date, context),
        SiteCorrection.Reopen => Back(state, c.To ?? (state.History.IsEmpty ? null : state.History[^1].From), context),
        SiteCorrection.ReverseSelection => state.History.Any(h => h.From == SiteStatus.Qualified && h.To is SiteStatus.Selected or SiteStatus.BackUp or SiteStatus.NotSelected)
            ? Back(state, SiteStatus.Qualified, context)
            : Decision.Refuse(Refusal.NotAllowed($"Site {state.Description.Code}", "reversing a selection", StatusName.Of(state.Status), StatusName.Of(SiteTransitions.From(state)))),
    };

    private static Decision Back(SiteState state, SiteStatus? to, DecisionContext context)
    {
        var passed = state.History.Select(h => h.From).Distinct().ToArray();
        if (to is not { } target || target == state.Status || !passed.Contains(target))
        {
            return Decision.Refuse(Refusal.NotAllowed($"Site {state.Description.Code}", to is { } t ? $"going back to {StatusName.Of(t)}" : "reopening", StatusName.Of(state.Status), StatusName.Of<SiteStatus>(passed)));
        }

        if (context.MissingReason("correct a site") is { } missing)
        {
            return Decision.Refuse(missing);
        }

        var undone = state.History.Skip(state.History.Select(h => h.From).ToList().LastIndexOf(target)).Select(h => h.To).Distinct().ToArray();
        ImmutableArray<Gate> gates =
        [
            .. Enum.GetValues<Gate>().Where(g => state[g].Status is GateStatus.Approved or GateStatus.Requested && Reopens(g, target, undone)),
        ];
        var codes = undone.Select(SiteTransitions.Milestone).Concat(gates.Contains(Gate.IpRelease) ? ["SI-250"] : []).OfType<string>().Distinct();
        ImmutableArray<MilestoneDated> cleared =
        [
            .. codes.Where(code => state.Milestones[code].Actual is not null)
                .Select(code => new MilestoneDated(code, MilestoneDateKind.Actual, state.Milestones[code].Actual, null, Correction: true)),
        ];
        return Decision.Accept(new SiteReopened(state.Status, target, context.Today(state.Description.TimeZone), cleared, gates)).Answering(new JsonObject
        {
            ["from"] = StatusName.Of(state.Status), ["to"] = StatusName.Of(target),
            ["milestones"] = new JsonArray([.. cleared.Select(m => (JsonNode)m.Code)]),
            ["gates"] = new JsonArray([.. gates.Select(g => (JsonNode)StatusName.Of(g))]),
        });
    }

    // Activation falls with its status; the release of IP falls when the selection does.
    private static bool Reopens(Gate gate, SiteStatus target, SiteStatus[] undone) => gate switch
    {
        Gate.Activation => undone.Contains(SiteStatus.Active) || undone.Contains(SiteStatus.Initiated),
        Gate.IpRelease => undone.Contains(SiteStatus.Selected) && target is not (SiteStatus.Selected or SiteStatus.InStartUp or SiteStatus.ReadyForSiv or SiteStatus.Initiated),
    };
}
