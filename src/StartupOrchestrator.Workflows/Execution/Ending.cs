namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Ends instances, and cancels them: a cancelled instance is over when its children have confirmed.</summary>
internal static class Ending
{
    public static void End(Burst burst, InstanceSubStatus subStatus)
    {
        var state = burst.State;
        burst.Queue.Clear();
        if (state.Activities.Count > 0) Cancellation.Silently(burst, burst.Root);
        foreach (var instance in state.Activities.Where(a => !a.IsOver).ToList()) Cancellation.Silently(burst, instance);
        foreach (var bookmark in state.Bookmarks.ToList()) burst.Waits.Remove(bookmark);
        state.Activities.Clear();
        state.Blocked.Clear();
        state.Queue.Clear();
        state.Status = InstanceStatus.Finished;
        state.SubStatus = subStatus;
        burst.Fact(subStatus switch
        {
            InstanceSubStatus.Faulted => FactKinds.InstanceFaulted,
            InstanceSubStatus.Cancelled => FactKinds.InstanceCancelled,
            InstanceSubStatus.Finished => FactKinds.InstanceFinished,
            InstanceSubStatus.Pending or InstanceSubStatus.Executing or InstanceSubStatus.Suspended or InstanceSubStatus.Cancelling =>
                throw new InvalidOperationException($"An instance does not end as {subStatus}."),
        }, null, state.Fault is { } fault ? Burst.Message(fault) : null);
    }

    public static bool Cancel(Burst burst, string? reason)
    {
        var state = burst.State;
        if (state.SubStatus == InstanceSubStatus.Cancelling) return false;
        burst.Fact(FactKinds.InstanceCancelling, null, reason is null ? null : Burst.Message(reason));
        burst.Queue.Clear();
        state.Blocked.Clear();
        var children = state.Bookmarks.Where(b => b.Kind == BookmarkKinds.Child).ToList();
        state.Bookmarks.RemoveAll(children.Contains);
        foreach (var child in children) burst.Effects.Add(new CancelChild(child.Name));
        var compensations = Compensation.Collect(burst);
        foreach (var child in burst.Root.Children.ToArray()) Cancellation.Silently(burst, child);

        // The waits for the children move to the workflow itself, which stays until they have confirmed.
        state.Bookmarks.AddRange(children.Select(c => c with { ActivityInstanceId = burst.Root.Id }));
        state.SubStatus = InstanceSubStatus.Cancelling;
        Compensation.Schedule(burst, compensations);
        return true;
    }

    /// <summary>Completes cancelling when no child and no compensation is left.</summary>
    public static void ContinueCancelling(Burst burst)
    {
        var state = burst.State;
        state.Activities.RemoveAll(a => a.IsOver);
        if (burst.Root.Children.Count == 0 && state.Bookmarks.Count == 0 && state.Queue.Count == 0) End(burst, InstanceSubStatus.Cancelled);
    }
}
