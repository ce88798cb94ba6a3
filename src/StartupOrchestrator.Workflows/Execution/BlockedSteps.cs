using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>What a person can do with a blocked step.</summary>
internal static class BlockedSteps
{
    public static bool Retry(Burst burst, string id)
    {
        if (Take(burst, id, "retry") is not { } found) return false;
        var (step, instance) = found;
        switch (step.Cause)
        {
            case BlockCause.BurstBudget:
                break;
            case BlockCause.Fault:
                burst.Execute(instance);
                break;
            case BlockCause.Declared:
                burst.Waits.RemoveAll(instance);
                burst.Execute(instance);
                break;
            case BlockCause.WaitsForNothing:
                instance.Node.Behaviour.Unstick(new ActivityContext(burst, instance));
                break;
        }

        return true;
    }

    public static bool Skip(Burst burst, string id, string outcome)
    {
        if (Take(burst, id, "skip") is not { } found) return false;
        if (found.Step.Cause == BlockCause.BurstBudget) return true;
        found.Instance.Status = ActivityStatus.Running;
        burst.Complete(found.Instance, [outcome]);
        return true;
    }

    public static bool Cancel(Burst burst, string id)
    {
        if (Take(burst, id, "cancel") is not { } found) return false;
        if (found.Step.Cause == BlockCause.BurstBudget) burst.Queue.Clear();
        if (found.Instance == burst.Root) return Ending.Cancel(burst, "blocked step cancelled");
        Cancellation.OfBranch(burst, found.Instance);
        return true;
    }

    private static (BlockedStep Step, ActivityInstance Instance)? Take(Burst burst, string id, string action)
    {
        var step = burst.State.Blocked.Find(b => b.Id == id);
        if (step is null || burst.Find(step.ActivityInstanceId) is not { } instance) return null;
        burst.State.Blocked.Remove(step);
        burst.Fact(FactKinds.StepUnblocked, instance, new JsonObject { ["step"] = id, ["action"] = action });
        return (step, instance);
    }
}
