using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Server.Features.Plans;

/// <summary>The history of a plan, step by step, from its journal.</summary>
public sealed class PlanHistory(IJournalReader journal, IActorRuntime runtime, ContractCatalog catalog, PlanGraphs graphs)
{
    /// <summary>A page.</summary>
    /// <param name="plan">The plan, which the caller may see.</param>
    /// <param name="after">The plan's version of the last step on the page before.</param>
    /// <param name="limit">Steps at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PlanHistoryPage> PageAsync(ActorId plan, long after, int limit, CancellationToken cancellationToken)
    {
        var state = (await runtime.ReadAsync(plan, cancellationToken))?.State as PlanState;
        var graph = state is null ? null : await graphs.FindAsync(state.Definition, state.Version, cancellationToken);
        var activities = graph?.Nodes.GroupBy(n => n.Element.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal) ?? [];
        var lines = new List<PlanHistoryLine>();
        await foreach (var entry in journal.ReadStreamAsync(plan.ToString(), after + 1, cancellationToken))
        {
            if (LineOf(entry, activities) is not { } line)
            {
                continue;
            }

            if (lines.Count == limit)
            {
                return new PlanHistoryPage(lines, lines[^1].Version);
            }

            lines.Add(line);
        }

        return new PlanHistoryPage(lines, null);
    }

    private PlanHistoryLine? LineOf(JournalEntry entry, Dictionary<string, GraphNode> activities)
    {
        if (!catalog.Contracts.TryGetValue(entry.Type, out var type) || !type.IsAssignableTo(typeof(Event)) || !entry.Type.StartsWith("plan.", StringComparison.Ordinal))
        {
            return null;
        }

        var read = catalog.Read<Event>(new JsonObject { ["type"] = entry.Type, ["v"] = entry.TypeVersion, ["data"] = JsonNode.Parse(entry.Data) });
        return read switch
        {
            PlanStepped s => new PlanHistoryLine(
                entry.Version, entry.RecordedAt, entry.By, s.Cause,
                [.. Some(s.Begun).Select(b => Describe(b.Activity, activities) with { Values = b.Inputs })],
                [.. Some(s.Done).Select(d => Describe(d.Activity, activities) with { Values = d.Outputs, Outcomes = d.Outcomes.IsDefaultOrEmpty ? ["Done"] : [.. d.Outcomes] })],
                [.. Some(s.Blocked).Select(b => Describe(b.Activity, activities) with { Message = b.Message })], [.. Some(s.Lines)], s.Outcome),
            PlanMigrated m => new PlanHistoryLine(entry.Version, entry.RecordedAt, entry.By, "migration", [], [], [], [$"Version {m.From} to version {m.To}"], null),
            PlanMigrationReverted r => new PlanHistoryLine(entry.Version, entry.RecordedAt, entry.By, "migration-reverted", [], [], [], [$"Version {r.From} back to version {r.To}"], null),
            _ => null,
        };
    }

    private static HistoryActivity Describe(string id, Dictionary<string, GraphNode> activities) =>
        activities.TryGetValue(id, out var node) ? new HistoryActivity(id, node.Element.DisplayName, node.Element.Type) : new HistoryActivity(id, null, null);

    private static ImmutableArray<T> Some<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
