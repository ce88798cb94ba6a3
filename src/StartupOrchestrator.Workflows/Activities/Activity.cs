using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities;

/// <summary>
/// What an activity does. It never awaits and never keeps anything in fields: it reads its inputs, orders effects and waits,
/// and returns; the engine calls it again when a wait ends. An activity that has returned without waiting for anything and
/// without completing is completed with the outcome Done.
/// </summary>
public abstract class Activity
{
    /// <summary>Whether its end completes the container around it.</summary>
    protected internal virtual bool IsTerminal => false;

    /// <summary>Begins the activity. Its inputs have been evaluated.</summary>
    protected internal abstract void Execute(ActivityContext step);

    /// <summary>A wait of the activity ended. By default the payload becomes the output Result and the activity completes.</summary>
    protected internal virtual void Resume(ActivityContext step, Resumption resumption)
    {
        step.SetOutput("Result", resumption.Payload);
        step.Complete();
    }

    /// <summary>A fact that an earlier wait saw was withdrawn while the activity is still live. By default nothing happens.</summary>
    protected internal virtual void Retracted(ActivityContext step, Resumption resumption)
    {
    }

    /// <summary>An activity that this one scheduled has completed.</summary>
    protected internal virtual void ChildCompleted(ActivityContext step, CompletedChild child)
    {
    }

    /// <summary>An activity that this one scheduled was cancelled.</summary>
    protected internal virtual void ChildCancelled(ActivityContext step, string activityId)
    {
    }

    /// <summary>This activity is being cancelled; its bookmarks, timers and children are removed without its help.</summary>
    protected internal virtual void Cancelled(ActivityContext step)
    {
    }

    /// <summary>What to say when this activity is found to wait for nothing; null for the general words.</summary>
    protected internal virtual string? WhyStuck(ActivityContext step) => null;

    /// <summary>A person retries the activity after it was found to wait for nothing. By default it executes again.</summary>
    protected internal virtual void Unstick(ActivityContext step) => step.ExecuteAgain();
}
