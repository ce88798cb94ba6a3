using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Workflows.Execution;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>Facts that a plan can bring about by its own steps: milestones that it reaches, statuses that it sets.</summary>
public static class PlanProducts
{
    /// <summary>Facts by the record that they are facts of, as the definition names them; what is computed at run time is left out.</summary>
    public static IEnumerable<(ActorId Actor, string Fact)> Of(WorkflowGraph graph, Scope scope)
    {
        foreach (var node in graph.Nodes)
        {
            switch (node.Element.Type)
            {
                case "Startup.ReachMilestone" when Literal(node, "code") is { } code && Owner(code, scope) is { } owner:
                    yield return (owner, "milestone:" + code);
                    break;
                case "Startup.AdvanceSite" or "Startup.AdvanceCountry" or "Startup.AdvanceStudy" when Target(node, scope) is { } target:
                    foreach (var to in new[] { Literal(node, "to"), Literal(node, "elseTo") }.OfType<string>())
                    {
                        yield return (target, "status:" + to);
                    }

                    break;
            }
        }
    }

    private static string? Literal(GraphNode node, string input) =>
        node.Element.Inputs.GetValueOrDefault(input) is { Kind: Workflows.Definitions.ExpressionKind.Literal } source && Values.Text(source.Value) is { Length: > 0 } text ? text : null;

    private static ActorId? Owner(string code, Scope scope) => MilestoneCatalog.LevelOf(code) switch
    {
        ScopeLevel.Study => scope.StudyActor,
        ScopeLevel.Country => scope.CountryActor,
        ScopeLevel.Site => scope.SiteActor,
        ScopeLevel.Organisation or null => null,
    };

    private static ActorId? Target(GraphNode node, Scope scope) => node.Element.Type switch
    {
        "Startup.AdvanceSite" => scope.SiteActor,
        "Startup.AdvanceCountry" => scope.CountryActor,
        _ => scope.StudyActor,
    };
}
