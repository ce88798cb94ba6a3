using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>What a plan waits for, as far as other plans could bring it.</summary>
public static class PlanWaits
{
    /// <summary>Its children that it waits for, and plans whose facts it awaits.</summary>
    public static IEnumerable<ActorId> OnPlans(PlanState plan) => Open(plan).Select(w => w.Plan).OfType<ActorId>();

    /// <summary>Every wait that is open. A step that has asked for something and waits for the answer counts as a wait for somebody else.</summary>
    public static IReadOnlyList<PlanWait> Open(PlanState plan)
    {
        var asking = plan.Bookmarks.Where(b => (string?)b["kind"] == StartUpActivity.Refused).Select(b => (string?)b["activity"]).ToHashSet();
        return [.. plan.Bookmarks.Where(b => (string?)b["kind"] != StartUpActivity.Refused).Select(b => Of(b, asking.Contains((string?)b["activity"])))];
    }

    private static PlanWait Of(JsonObject bookmark, bool asking)
    {
        var payload = bookmark["payload"];
        if ((string?)bookmark["kind"] == BookmarkKinds.Child && (string?)payload?["instanceId"] is { } child)
        {
            return new PlanWait(PlanEffects.ChildActor(child), null, []);
        }

        return !ActorId.TryParse((string?)payload?["actor"], out var actor) || (string?)payload?["fact"] is not { } fact ? PlanWait.Other
            : actor.Kind == ActorKind.Workflow ? new PlanWait(actor, null, [])
            : asking ? PlanWait.Other
            : new PlanWait(null, actor, AnyOf.Parts(fact));
    }
}

/// <summary>One wait of a plan.</summary>
/// <param name="Plan">The plan that it waits for.</param>
/// <param name="Actor">The record whose fact it awaits.</param>
/// <param name="Facts">The facts, any of which ends the wait.</param>
public sealed record PlanWait(ActorId? Plan, ActorId? Actor, IReadOnlyList<string> Facts)
{
    /// <summary>A wait for a person, a time, an event, another system.</summary>
    public static PlanWait Other { get; } = new(null, null, []);
}
