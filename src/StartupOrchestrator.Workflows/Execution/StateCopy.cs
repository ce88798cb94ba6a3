namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Makes working copies of states, so that the state given to a step is never changed.</summary>
internal static class StateCopy
{
    public static InstanceState Of(InstanceState state) => new()
    {
        Id = state.Id,
        DefinitionId = state.DefinitionId,
        DefinitionVersionId = state.DefinitionVersionId,
        DefinitionVersion = state.DefinitionVersion,
        Name = state.Name,
        CorrelationId = state.CorrelationId,
        ParentInstanceId = state.ParentInstanceId,
        TriggerActivityId = state.TriggerActivityId,
        Status = state.Status,
        SubStatus = state.SubStatus,
        Fault = state.Fault,
        LastNumber = state.LastNumber,
        Input = state.Input,
        Output = state.Output.Count == 0 ? [] : new(state.Output),
        Activities = state.Activities.ConvertAll(a => a.Copy()),
        Bookmarks = [.. state.Bookmarks],
        Blocked = [.. state.Blocked],
        Queue = [.. state.Queue],
    };

    /// <summary>Connects the live activities with the graph and with one another.</summary>
    /// <exception cref="InvalidOperationException">The graph has no node for a live activity: it is of another version.</exception>
    public static void Link(InstanceState state, WorkflowGraph graph, Dictionary<string, ActivityInstance> live)
    {
        foreach (var instance in state.Activities)
        {
            instance.Node = graph.Find(instance.NodeId)
                ?? throw new InvalidOperationException($"Instance {state.Id} has the activity '{instance.NodeId}', which version {graph.Definition.Version} of '{graph.Definition.Name}' does not have. Migrate it first.");
            live.Add(instance.Id, instance);
            if (instance.ParentId is null || !live.TryGetValue(instance.ParentId, out var parent)) continue;
            instance.Parent = parent;
            parent.Children.Add(instance);
            LoopVariables.Recognise(instance);
        }
    }

    public static WorkItem Restore(QueuedWork work, WorkflowGraph graph, Dictionary<string, ActivityInstance> live) => new()
    {
        Node = graph.Find(work.NodeId) ?? throw new InvalidOperationException($"The graph has no node '{work.NodeId}'."),
        Owner = work.OwnerId is null ? null : live.GetValueOrDefault(work.OwnerId),
        Existing = work.ExistingId is null ? null : live.GetValueOrDefault(work.ExistingId),
        Tag = work.Tag,
        Back = work.Back,
        Variables = work.Variables is null ? null : new(work.Variables),
    };

    public static QueuedWork Save(WorkItem item) =>
        new(item.Node.NodeId, item.Owner?.Id, item.Existing?.Id, item.Tag, item.Back, item.Variables);
}
