using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>Base of the steps that give a person a task and go on with its outcome. The task is withdrawn with the step.</summary>
public abstract class TaskActivity : StartUpActivity
{
    private const string Memory = "task", Contact = "contact", Nobody = "nobody";
    private static readonly string[] Ends = ["done", Status("cancelled"), Status("skipped")];

    /// <summary>Gives the task and waits for its end.</summary>
    internal static ActorId Give(ActivityContext step, TaskOrder order)
    {
        Withdraw(step, "given-again");
        CountTry(step);
        var task = new ActorId(ActorKind.Task, NewKey(step, order.Code));
        step.Remember(Memory, task.ToString());
        Tell(step, task, order.Command(step));
        step.Waits.ForAny(task.ToString(), Ends, order.Wait(step));
        if (Party.IsSiteRole(order.Assignee) && PlanScope.Of(step).SiteActor is { } site && !step.Waits.IsOpen(Nobody))
        {
            step.Waits.ForFact(site.ToString(), $"contact:{order.Assignee}", name: Contact);
            step.Waits.Until(step.Now + Duration.FromDays(1), Nobody);
        }

        return task;
    }

    /// <summary>The task that this step gave last.</summary>
    protected static ActorId? Given(ActivityContext step) => ActorId.TryParse(Values.Text(step.Recall(Memory)), out var task) ? task : null;

    /// <summary>Goes on without waiting for the task that was given last.</summary>
    protected static void WaitNoLonger(ActivityContext step) => step.Waits.Drop(AnyOf.Name(Ends));

    /// <summary>Withdraws the task, if it is still open.</summary>
    protected static void Withdraw(ActivityContext step, string reasonCode)
    {
        if (Given(step) is { } task)
        {
            TellOnly(step, task, new CancelTask(reasonCode));
            step.Remember(Memory, null);
        }
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        switch (wait)
        {
            case Contact:
                step.Waits.Drop(Nobody);
                break;
            case Nobody:
                step.Block("Nobody at the site holds the role that this task is for. Name a site contact for the role, then retry this step.");
                break;
            case "done":
                step.Remember(Memory, null);
                Done(step, payload as JsonObject ?? []);
                break;
            case "status:cancelled":
                step.Block("The task was cancelled. Retry this step to give it again, skip it to go on without it, or cancel it.");
                break;
            case "status:skipped":
                Skipped(step);
                break;
        }
    }

    /// <summary>The task is done.</summary>
    protected abstract void Done(ActivityContext step, JsonObject result);

    /// <summary>The task was left out on purpose: where it decides nothing the plan goes on, else a person chooses.</summary>
    protected virtual void Skipped(ActivityContext step) => step.Complete();

    /// <inheritdoc/>
    protected internal override void Cancelled(ActivityContext step) => Withdraw(step, "plan-went-on");
}
