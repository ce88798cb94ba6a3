using StartupOrchestrator.Workflows.Activities;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Cancels activities with everything they wait for.</summary>
internal static class Cancellation
{
    /// <summary>Cancels one branch: what runs below first, then the activity; its parent is told and counts it as not followed.</summary>
    public static void OfBranch(Burst burst, ActivityInstance instance)
    {
        if (instance.IsOver) return;
        Silently(burst, instance, keepStatus: true);
        instance.Status = ActivityStatus.Cancelled;
        TellParent(burst, instance);
        burst.Forget(instance);
    }

    /// <summary>Cancels what still runs below an activity that completes; its parent, still running at this moment, is told.</summary>
    public static void OfCompletedParent(Burst burst, ActivityInstance instance)
    {
        if (instance.IsOver) return;
        burst.Queue.Withdraw(instance);
        instance.Status = ActivityStatus.Cancelled;
        instance.IsBeingCancelled = true;
        Leave(burst, instance);
        TellParent(burst, instance);
        foreach (var child in instance.Children.ToArray()) Silently(burst, child);
        burst.Forget(instance);
    }

    /// <summary>Cancels an activity and everything below it without telling anybody inside the instance.</summary>
    public static void Silently(Burst burst, ActivityInstance instance, bool keepStatus = false)
    {
        if (instance.IsOver) return;
        instance.IsBeingCancelled = true;
        burst.Queue.Withdraw(instance);
        foreach (var child in instance.Children.ToArray()) Silently(burst, child);
        Leave(burst, instance);
        if (keepStatus) return;
        instance.Status = ActivityStatus.Cancelled;
        burst.Forget(instance);
    }

    private static void Leave(Burst burst, ActivityInstance instance)
    {
        burst.Waits.RemoveAll(instance);
        burst.Fact(FactKinds.ActivityCancelled, instance);
        instance.Node.Behaviour.Cancelled(new ActivityContext(burst, instance));
    }

    private static void TellParent(Burst burst, ActivityInstance instance)
    {
        // A flowchart that its End has completed is still told: what was queued then runs on, and so does what follows from it.
        if (instance.Parent is { IsBeingCancelled: false } parent && (!parent.IsOver || parent is { Status: ActivityStatus.Completed, Node.Behaviour: Activities.Flow.Flowchart }))
            parent.Node.Behaviour.ChildCancelled(new ActivityContext(burst, parent), instance.Node.Element.Id);
    }
}
