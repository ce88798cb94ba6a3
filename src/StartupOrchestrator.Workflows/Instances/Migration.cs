using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Instances;

/// <summary>Previews and applies migrations. An instance moves whole or not at all; ids of bookmarks and live activities stay.</summary>
public static class Migration
{
    /// <summary>Says what a migration would do to an instance, without doing it.</summary>
    public static MigrationPreview Preview(MigrationPlan plan, InstanceState state)
    {
        var moves = new List<(string, string)>();
        var refusals = new List<string>();
        var notes = new List<string>();
        if (state.IsFinished) refusals.Add("The instance is over.");
        if (state.DefinitionVersionId != plan.From.Definition.Id)
            refusals.Add($"The instance is on version {state.DefinitionVersion}, not on version {plan.From.Definition.Version}.");
        if (refusals.Count > 0) return new MigrationPreview(state.Id, moves, refusals, notes);
        var around = state.Activities.Select(a => a.ParentId).ToHashSet();
        foreach (var instance in state.Activities)
        {
            var old = plan.From.Find(instance.NodeId)!;
            var name = old.Element.DisplayName ?? old.Element.Id;
            if (plan.Target(instance.NodeId) is not { } target)
            {
                refusals.Add($"It is in the activity '{name}' ({old.Element.Id}), which the new version does not have with the same type.");
                continue;
            }

            // People see where it stands, not the containers around that.
            if (!around.Contains(instance.Id)) moves.Add((name, target.Element.DisplayName ?? target.Element.Id));
            if (old.Behaviour is Flowchart) JoinRules.Check(plan, state, instance, old, target, refusals);
            notes.AddRange(target.ScopeVariables.Where(v => old.ScopeVariables.All(o => o.Name != v.Name)).Select(v => $"The variable '{v.Name}' is new and starts with its default."));
            refusals.AddRange(LostValues(instance, target));
        }

        foreach (var work in state.Queue.Where(w => plan.Target(w.NodeId) is null))
            refusals.Add($"The activity '{work.NodeId}' is scheduled, and the new version does not have it.");
        return new MigrationPreview(state.Id, moves, refusals, notes);
    }

    /// <summary>Moves an instance.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="state">State before; it is not changed.</param>
    /// <param name="reason">Why, for the journal.</param>
    /// <returns>State after, and the fact for the journal.</returns>
    /// <exception cref="InvalidOperationException">The preview refuses it.</exception>
    public static StepResult Apply(MigrationPlan plan, InstanceState state, string reason)
    {
        var preview = Preview(plan, state);
        if (!preview.IsPossible) throw new InvalidOperationException($"Instance {state.Id} cannot move: {string.Join(" ", preview.Refusals)}");
        var moved = StateCopy.Of(state);
        foreach (var instance in moved.Activities)
        {
            var old = plan.From.Find(instance.NodeId)!;
            var target = plan.Target(instance.NodeId)!;
            instance.NodeId = target.NodeId;
            if (target.ScopeVariables.Count > 0) MoveVariables(instance, old, target);
            if (instance.Flow is not null) instance.Flow = JoinRules.Move(plan, state, instance, old, target);
            if (instance.Tokens is { } tokens) instance.Tokens = [.. tokens.Select(t => t with { From = plan.TargetId(t.From), To = plan.TargetId(t.To) }).Where(t => target.ChildById(t.To) is not null)];
        }

        moved.Queue = [.. moved.Queue.Select(w => w with { NodeId = plan.Target(w.NodeId)!.NodeId })];
        moved.Blocked = [.. moved.Blocked.Select(b => b with { NodeId = plan.Target(b.NodeId)!.NodeId, ActivityId = plan.TargetId(b.ActivityId) })];
        if (moved.TriggerActivityId is { } trigger) moved.TriggerActivityId = plan.TargetId(trigger);
        var definition = plan.To.Definition;
        var fact = new JournalFact(FactKinds.Migrated, null, null, new JsonObject
        {
            ["from"] = moved.DefinitionVersionId,
            ["to"] = definition.Id,
            ["reason"] = reason,
        });
        moved.DefinitionVersionId = definition.Id;
        moved.DefinitionVersion = definition.Version;
        return new StepResult(moved, [fact], []);
    }

    private static IEnumerable<string> LostValues(ActivityInstance instance, GraphNode target) =>
        from variable in target.ScopeVariables
        where instance.Variables?.ContainsKey(variable.Name) == true && !Values.TryConvert(instance.Variables[variable.Name], variable.Type, out _)
        select $"The value of variable '{variable.Name}' is not of its new type {variable.Type.Alias}.";

    private static void MoveVariables(ActivityInstance instance, GraphNode old, GraphNode target)
    {
        var variables = instance.Variables ??= [];
        foreach (var gone in old.ScopeVariables.Where(o => target.ScopeVariables.All(v => v.Name != o.Name))) variables.Remove(gone.Name);
        foreach (var variable in target.ScopeVariables)
        {
            if (!variables.TryGetValue(variable.Name, out var value)) variables[variable.Name] = variable.Default;
            else if (Values.TryConvert(value, variable.Type, out var converted)) variables[variable.Name] = converted;
        }
    }
}
