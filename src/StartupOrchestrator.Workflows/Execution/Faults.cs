using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Turns failures into retries, blocked steps or faulted instances.</summary>
internal static class Faults
{
    public static void Raise(Burst burst, ActivityInstance instance, Exception error)
    {
        var message = error is ActivityFaultException { InnerException: { } inner } fault ? $"{fault.Message}: {inner.Message}" : error.Message;
        foreach (var child in instance.Children.ToArray()) Cancellation.Silently(burst, child);
        burst.Queue.Withdraw(instance);
        burst.Waits.RemoveAll(instance);
        instance.Status = ActivityStatus.Faulted;
        burst.Fact(FactKinds.ActivityFaulted, instance, Burst.Message(message));
        if (PlanRetry(burst, instance)) return;
        var strategy = burst.Graph.Definition.Options.IncidentStrategy ?? burst.Context.IncidentStrategy;
        switch (strategy)
        {
            case IncidentStrategy.Fault:
                burst.State.Fault ??= Describe(instance) + ": " + message;
                burst.State.SubStatus = InstanceSubStatus.Faulted;
                break;
            case IncidentStrategy.ContinueWithIncidents:
                Block(burst, instance, BlockCause.Fault, message);
                break;
        }
    }

    public static void Block(Burst burst, ActivityInstance instance, BlockCause cause, string message)
    {
        if (burst.State.Blocked.Any(b => b.ActivityInstanceId == instance.Id && b.Cause == cause)) return;
        var element = instance.Node.Element;
        var step = new BlockedStep($"{burst.State.Id}/{instance.Id}.{burst.NextId()}", instance.Id, element.Id, element.DisplayName, instance.NodeId, cause, message, burst.Context.Now, instance.Attempts);
        burst.State.Blocked.Add(step);
        burst.Fact(FactKinds.StepBlocked, instance, new JsonObject { ["step"] = step.Id, ["cause"] = cause.ToString(), ["message"] = message });
    }

    public static string Describe(ActivityInstance instance)
    {
        var element = instance.Node.Element;
        return element.DisplayName is { } name && name != element.Id ? $"'{name}' ({element.Id})" : $"'{element.Id}'";
    }

    /// <summary>An activity may carry <c>customProperties.retry = { maxAttempts, delay, factor }</c>.</summary>
    private static bool PlanRetry(Burst burst, ActivityInstance instance)
    {
        if (instance.Node.Element.Custom("retry") is not JsonObject retry) return false;
        var attempts = retry.Number("maxAttempts") ?? 3;
        if (instance.Attempts >= attempts || burst.State.SubStatus == InstanceSubStatus.Faulted) return false;
        var delay = Values.Duration(retry["delay"]) ?? TimeSpan.FromMinutes(1);
        var factor = Values.Number(retry["factor"]) ?? 2;
        var wait = delay * Math.Pow(factor, instance.Attempts - 1);
        if (wait > TimeSpan.FromDays(30)) wait = TimeSpan.FromDays(30);
        var due = burst.Context.Now + NodaTime.Duration.FromTimeSpan(wait);
        burst.Waits.Timer(instance, BookmarkKinds.Retry, BookmarkKinds.Retry, due);
        burst.Fact(FactKinds.RetryPlanned, instance, new JsonObject
        {
            ["attempt"] = instance.Attempts + 1,
            ["due"] = due.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        });
        return true;
    }
}
