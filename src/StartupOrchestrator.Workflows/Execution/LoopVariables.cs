using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.Composition;
using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Activities.Structured;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>
/// The variables that a loop gives to its body. As in the original there is one place for each name along a path: a loop
/// inside a loop writes over the value of the outer one, and a body that is no container shares the place of the container
/// around it with other loops. A wait ends that: every body then has its own value again.
/// </summary>
internal static class LoopVariables
{
    private static readonly string[] Names = ["CurrentValue", "CurrentIndex"];

    /// <summary>Gives a new body the values of its turn.</summary>
    public static void Give(ActivityInstance body, Dictionary<string, JsonNode?> values)
    {
        body.Turn = values;
        var container = body.SelfAndAncestors().First(IsContainer);
        foreach (var (name, value) in values)
        {
            var holder = container.SelfAndAncestors().FirstOrDefault(i => i.LoopPlaces?.Contains(name) == true) ?? container;
            if (holder != body && Declares(holder, name)) continue;
            (holder.LoopPlaces ??= []).Add(name);
            (holder.Variables ??= [])[name] = value;
        }
    }

    /// <summary>Recognises the bodies of loops in a state that was stored.</summary>
    public static void Recognise(ActivityInstance instance)
    {
        if (instance.Variables is null || instance.Parent?.Node.Behaviour is not (For or ForEach or ParallelForEach)) return;
        instance.Turn = instance.Variables.Where(v => Names.Contains(v.Key) && !Declares(instance, v.Key)).ToDictionary();
        instance.LoopPlaces = [.. instance.Turn.Keys];
    }

    /// <summary>Before the state is stored, every body gets a place of its own: with the value of its turn, or in a parallel loop with the last one.</summary>
    public static void Settle(IReadOnlyList<ActivityInstance> live)
    {
        var bodies = live.Where(i => i.Turn is not null).ToList();
        var last = bodies.Where(b => b.Parent?.Node.Behaviour is ParallelForEach).ToDictionary(b => b, b => b.Turn!.Keys.ToDictionary(n => n, n => Value(b, n)));
        foreach (var holder in live.Where(i => i.LoopPlaces is not null))
        {
            foreach (var name in holder.LoopPlaces!) holder.Variables?.Remove(name);
            if (holder.Variables?.Count == 0) holder.Variables = null;
            holder.LoopPlaces = null;
        }

        foreach (var body in bodies)
        {
            body.Variables ??= [];
            foreach (var (name, value) in last.GetValueOrDefault(body) ?? body.Turn!)
                if (!Declares(body, name)) body.Variables[name] = value;
        }
    }

    /// <summary>The nearest activity, this one included, that holds variables.</summary>
    public static ActivityInstance ContainerOf(ActivityInstance instance) => instance.SelfAndAncestors().First(IsContainer);

    private static JsonNode? Value(ActivityInstance body, string name) =>
        body.SelfAndAncestors().FirstOrDefault(i => i.LoopPlaces?.Contains(name) == true)?.Variables?.GetValueOrDefault(name) ?? body.Turn!.GetValueOrDefault(name);

    private static bool IsContainer(ActivityInstance instance) =>
        instance.Parent is null || instance.Node.Composite is not null || instance.Node.Behaviour is Flowchart or Sequence or Activities.Structured.Parallel or Workflow;

    private static bool Declares(ActivityInstance instance, string name) => instance.Node.ScopeVariables.Any(v => v.Name == name);
}
