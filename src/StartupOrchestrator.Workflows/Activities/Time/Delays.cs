using NodaTime;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Time;

/// <summary>Waits for a length of time.</summary>
[Activity("Elsa.Delay", 1, "Scheduling", "Delay execution for the specified amount of time.")]
[Input("timeSpan", "TimeSpan", Default = "00:01:00", Description = "The amount of time to delay.")]
public sealed class Delay : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => step.Waits.Until(Later.Than(step.Now, step.Span("timeSpan") ?? TimeSpan.FromMinutes(1)));

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption) => step.Complete();
}

/// <summary>Waits for a point in time; one in the past is no wait.</summary>
[Activity("Elsa.StartAt", 1, "Scheduling", "Trigger execution at a specific time in the future.", IsTrigger = true)]
[Input("dateTime", "DateTimeOffset", Required = true, Description = "The point in time.")]
public sealed class StartAt : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var due = step.Instant("dateTime") ?? throw new ActivityFaultException("The point in time is missing or is no ISO 8601 date.");
        if (step.IsTrigger || due <= step.Now) step.Complete();
        else step.Waits.Until(due);
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption) => step.Complete();
}

/// <summary>Starts workflows at an interval; inside a workflow it waits once.</summary>
[Activity("Elsa.Timer", 1, "Scheduling", "Trigger workflow execution at a specific interval.", IsTrigger = true)]
[Input("interval", "TimeSpan", Default = "00:01:00", Description = "The interval at which the timer should execute.")]
public sealed class Timer : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (step.IsTrigger) step.Complete();
        else step.Waits.Until(Later.Than(step.Now, step.Span("interval") ?? TimeSpan.FromMinutes(1)));
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption) => step.Complete();
}

/// <summary>Starts workflows by a cron expression, UTC or in the zone that it names; inside a workflow it waits once for the next occurrence.</summary>
[Activity("Elsa.Cron", 1, "Scheduling", "Trigger workflow execution at a specific interval using a CRON expression.", IsTrigger = true)]
[Input("cronExpression", "String", Required = true, Editor = "cron-expression", Description = "The CRON expression, with seconds; UTC unless TZ=Zone stands before it, as TZ=Europe/Warsaw 0 0 8 * * MON-FRI. What was missed while nothing ran is not made up for, but for one start.")]
public sealed class Cron : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (step.IsTrigger)
        {
            step.Complete();
            return;
        }

        var text = step.Text("cronExpression") ?? "";
        if (!CronExpression.TryParse(text, out var cron, out var error)) throw new ActivityFaultException($"The cron expression '{text}' cannot be read: {error}");
        var next = cron.Next(step.Now) ?? throw new ActivityFaultException($"The cron expression '{text}' never comes again");
        step.Waits.Until(next);
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption) => step.Complete();
}

internal static class Later
{
    private static readonly Duration Longest = Duration.FromDays(36_500);

    /// <summary>The point in time after a wait; a wait of more than a century counts as a century.</summary>
    public static Instant Than(Instant now, TimeSpan wait) =>
        now + (wait <= TimeSpan.Zero ? Duration.Zero : Duration.Min(Duration.FromTimeSpan(wait), Longest));
}
