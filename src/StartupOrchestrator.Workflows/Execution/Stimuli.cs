using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Brings stimuli to the activities they are for.</summary>
internal static class Stimuli
{
    /// <summary>Gives a stimulus to the instance.</summary>
    /// <returns>False when nobody is there to take it; nothing has changed then.</returns>
    public static bool Give(Burst burst, Stimulus stimulus)
    {
        if (stimulus is Start start) return Begin(burst, start);
        if (burst.State.SubStatus == InstanceSubStatus.Pending || burst.State.IsFinished) return false;
        return stimulus switch
        {
            Resume s => Wake(burst, s.BookmarkId, s.Payload),
            FactHolds s => Wake(burst, s.BookmarkId, s.Payload),
            TimerFired s => Wake(burst, s.BookmarkId, null),
            FactRetracted s => Retract(burst, s),
            ChildEnded s => EndChild(burst, s),
            Cancel s => Ending.Cancel(burst, s.Reason),
            RetryStep s => BlockedSteps.Retry(burst, s.BlockedStepId),
            SkipStep s => BlockedSteps.Skip(burst, s.BlockedStepId, s.Outcome),
            CancelStep s => BlockedSteps.Cancel(burst, s.BlockedStepId),
            _ => throw new ArgumentException($"Stimulus {stimulus.GetType().Name} is not known.", nameof(stimulus)),
        };
    }

    private static bool Begin(Burst burst, Start start)
    {
        var state = burst.State;
        if (state.SubStatus != InstanceSubStatus.Pending) throw new InvalidOperationException($"Instance {state.Id} was started before.");
        var definition = burst.Graph.Definition;
        state.DefinitionId = definition.DefinitionId;
        state.DefinitionVersionId = definition.Id;
        state.DefinitionVersion = definition.Version;
        state.SubStatus = InstanceSubStatus.Executing;
        state.CorrelationId = start.CorrelationId;
        state.Name = start.Name;
        state.ParentInstanceId = start.ParentInstanceId;
        state.TriggerActivityId = start.TriggerActivityId;
        burst.TriggerActivityId = start.TriggerActivityId;
        burst.TriggerPayload = start.TriggerPayload;
        state.Input = start.Inputs?.ToDictionary(p => p.Key, p => p.Value) ?? [];
        burst.Fact(FactKinds.InstanceStarted, null, new JsonObject { ["definition"] = definition.Id, ["trigger"] = start.TriggerActivityId });
        burst.Execute(burst.Create(burst.Graph.Root, null));
        return true;
    }

    private static bool Wake(Burst burst, string bookmarkId, JsonNode? payload)
    {
        if (burst.Waits.Find(bookmarkId) is not { } bookmark || burst.Find(bookmark.ActivityInstanceId) is not { } instance) return false;
        burst.Waits.End(bookmark);
        if (bookmark.Kind == BookmarkKinds.Fact) Facts.Note(instance, bookmark);
        if (bookmark.Kind == BookmarkKinds.Retry) burst.Execute(instance);
        else burst.Resume(instance, bookmark.Kind == BookmarkKinds.Fact ? Facts.Told(bookmark, payload) : new Resumption(bookmark, payload));
        return true;
    }

    private static bool Retract(Burst burst, FactRetracted stimulus)
    {
        if (Facts.FindHolder(burst, stimulus.BookmarkId) is not { } found) return false;
        burst.Fact(FactKinds.FactRetracted, found.Instance, new JsonObject { ["bookmark"] = stimulus.BookmarkId, ["reason"] = stimulus.Reason });
        burst.Resume(found.Instance, new Resumption(found.Bookmark, stimulus.Reason), retracted: true);
        return true;
    }

    private static bool EndChild(Burst burst, ChildEnded stimulus)
    {
        if (burst.State.Bookmarks.Find(b => b.Kind == BookmarkKinds.Child && b.Name == stimulus.ChildInstanceId) is not { } bookmark) return false;
        if (burst.Find(bookmark.ActivityInstanceId) is not { } instance) return false;
        burst.Waits.End(bookmark);
        if (burst.State.SubStatus == InstanceSubStatus.Cancelling) return true;
        var output = new JsonObject();
        foreach (var (name, value) in stimulus.Outputs ?? new Dictionary<string, JsonNode?>()) output[name] = value?.DeepClone();
        burst.Resume(instance, new Resumption(bookmark, new JsonObject
        {
            ["workflowInstanceId"] = stimulus.ChildInstanceId,
            ["status"] = nameof(InstanceStatus.Finished),
            ["subStatus"] = stimulus.Status.ToString(),
            ["output"] = output,
        }));
        return true;
    }
}
