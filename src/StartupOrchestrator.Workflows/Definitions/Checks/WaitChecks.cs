using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Definitions.Checks;

/// <summary>Joins that can never be met, and undo activities that are not there.</summary>
internal static class WaitChecks
{
    public static void Run(CheckContext context)
    {
        foreach (var node in context.OwnNodes)
        {
            if (node.Element.Custom("compensateWith").AsText() is { } undo && node.Parent?.ChildById(undo) is null)
                context.Error("unknown-undo", node.Element, $"The activity '{undo}', which is to undo this one, is not in the same container.");
            if (node.Behaviour is FlowJoin && node.Parent is { Behaviour: Flowchart } flowchart) CheckJoin(context, flowchart, node);
        }
    }

    /// <summary>A join for all branches whose branches exclude each other is skipped at every run.</summary>
    private static void CheckJoin(CheckContext context, GraphNode flowchart, GraphNode join)
    {
        if (join.Inputs[0] is not { IsConstant: true } mode || Values.Text(mode.Value) != "WaitAll") return;
        var inbound = flowchart.FlowFor(null).ForwardInbound(join.Element.Id);
        var decision = inbound.GroupBy(c => c.Source).FirstOrDefault(g => g.Count() > 1 && flowchart.ChildById(g.Key)?.Behaviour is FlowDecision);
        if (decision is not null)
            context.Warn("impossible-join", join.Element, $"It waits for both ways of the decision '{flowchart.ChildById(decision.Key)!.Element.DisplayName ?? decision.Key}', of which only one is ever taken; what follows is skipped. Use WaitAllActive.");
    }
}
