using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Composition;

/// <summary>Completes the nearest workflow around it, which may be one used as an activity, with outcomes.</summary>
[Activity("Elsa.Complete", 1, "Composition", "Signals the current composite activity to complete itself as a whole.")]
[Input("outcomes", "Object", Editor = "outcome-picker", Description = "The outcome or set of outcomes to complete this activity with.")]
public sealed class Complete : Activity
{
    /// <inheritdoc/>
    protected internal override bool IsTerminal => true;

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        JsonArray outcomes = step.Input("outcomes") switch
        {
            JsonArray list => (JsonArray)list.DeepClone(),
            null => ["Done"],

            // The original takes a list that stands as text for one outcome, which no connection can bear.
            var single => Values.Items(single) is { Count: > 0 } items ? [.. items.Select(i => i?.DeepClone())] : [Values.Text(single)],
        };
        var burst = step.Burst;
        var chain = step.Instance.SelfAndAncestors().Skip(1).ToList();
        var composite = chain.First(i => i.Node.Composite is not null);
        new ActivityContext(burst, composite).Remember(Workflow.OutcomesKey, outcomes);
        foreach (var loop in chain.TakeWhile(i => i != composite).Where(i => i.Node.Behaviour is Structured.Loop)) Structured.Loop.Break(loop);
        step.Complete();
        if (composite.Status != ActivityStatus.Running) return;
        var root = composite.Children.FirstOrDefault();
        if (root is not null) Cancellation.Silently(burst, root);
        composite.Node.Behaviour.ChildCompleted(new ActivityContext(burst, composite), new CompletedChild(composite.Node.Element.Id, [], null, false));
    }
}
