using System.Globalization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Ends a burst: decides the status of the instance and finds what waits for nothing.</summary>
internal static class Settling
{
    public static void Settle(Burst burst, bool drained)
    {
        var state = burst.State;
        if (state.SubStatus == InstanceSubStatus.Faulted) Ending.End(burst, InstanceSubStatus.Faulted);
        else if (burst.FinishRequested) Ending.End(burst, InstanceSubStatus.Finished);
        else if (!drained) KeepQueue(burst);
        if (state.IsFinished) return;

        RemoveOrphans(burst);
        if (burst.Root.IsOver)
        {
            Ending.End(burst, state.SubStatus == InstanceSubStatus.Cancelling ? InstanceSubStatus.Cancelled : InstanceSubStatus.Finished);
            return;
        }

        if (state.SubStatus == InstanceSubStatus.Cancelling)
        {
            Ending.ContinueCancelling(burst);
            LoopVariables.Settle(state.Activities);
            return;
        }

        FindStuck(burst);
        state.Activities.RemoveAll(a => a.IsOver);
        LoopVariables.Settle(state.Activities);
        state.SubStatus = InstanceSubStatus.Suspended;
    }

    private static void KeepQueue(Burst burst)
    {
        burst.State.Queue.AddRange(burst.Queue.Items.Select(StateCopy.Save));
        var next = burst.Queue.Items.First();
        var instance = next.Existing ?? next.Owner ?? burst.Root;
        Faults.Block(burst, instance, BlockCause.BurstBudget, string.Create(CultureInfo.InvariantCulture,
            $"One step ran {burst.Context.BurstBudget:N0} activities without waiting for anything; most likely a loop never ends. The next one is '{next.Node.Element.DisplayName ?? next.Node.Element.Id}'. Retry lets it go on, cancel ends this path."));
    }

    /// <summary>What was queued when its container completed has run; what of it waits now belongs to nobody.</summary>
    private static void RemoveOrphans(Burst burst)
    {
        foreach (var instance in burst.State.Activities.Where(a => !a.IsOver && a.Parent is { IsOver: true }).ToList())
            Cancellation.Silently(burst, instance);
    }

    private static void FindStuck(Burst burst)
    {
        if (burst.State.Queue.Count > 0) return;
        foreach (var instance in burst.State.Activities)
        {
            if (instance.Status != ActivityStatus.Running || instance.Children.Count > 0 || burst.Waits.HasAny(instance)) continue;
            if (burst.State.Blocked.Any(b => b.ActivityInstanceId == instance.Id)) continue;
            var why = instance.Node.Behaviour.WhyStuck(new ActivityContext(burst, instance))
                ?? $"{Faults.Describe(instance)} has not completed, and nothing that it waits for can ever come.";
            Faults.Block(burst, instance, BlockCause.WaitsForNothing, why);
        }
    }
}
