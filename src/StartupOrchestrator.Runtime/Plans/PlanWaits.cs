using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>For which other plans a plan waits.</summary>
public static class PlanWaits
{
    /// <summary>Its children that it waits for, and plans whose facts it awaits.</summary>
    public static IEnumerable<ActorId> OnPlans(PlanState plan)
    {
        foreach (var bookmark in plan.Bookmarks)
        {
            if ((string?)bookmark["kind"] == BookmarkKinds.Child && (string?)bookmark["payload"]?["instanceId"] is { } child)
            {
                yield return PlanEffects.ChildActor(child);
            }
            else if (ActorId.TryParse((string?)bookmark["payload"]?["actor"], out var actor) && actor.Kind == ActorKind.Workflow)
            {
                yield return actor;
            }
        }
    }
}
