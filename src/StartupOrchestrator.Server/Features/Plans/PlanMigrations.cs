using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Instances;

namespace StartupOrchestrator.Server.Features.Plans;

/// <summary>Moves running plans to another version of their definition: first what would happen to which, then plan by plan.</summary>
public sealed class PlanMigrations(IActorRuntime runtime, IViewQueries views, PlanGraphs graphs, PersonalSealer sealer)
{
    private const int Most = 500;
    private static readonly string[] Running = ["running", "blocked"];

    /// <summary>Says what would happen; nothing changes.</summary>
    public async Task<MigrationReport> PreviewAsync(string definition, MigrateRequest request, WorkflowGraph to, Caller caller, CancellationToken cancellationToken)
    {
        var (rows, more) = await FindAsync(definition, request, caller, cancellationToken);
        var lines = new List<MigrationLine>();
        var gone = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if ((await runtime.ReadAsync(row.Id, cancellationToken))?.State is not PlanState { IsOver: false } state || state.Version == request.Version
                || await graphs.FindAsync(definition, state.Version, cancellationToken) is not { } from)
            {
                continue;
            }

            var preview = PlanMigration.Preview(row.Id.Key, state, from, to, request.Activities);
            gone.UnionWith(new MigrationPlan(from, to, request.Activities).Gone.Select(n => $"{n.Element.DisplayName ?? n.Element.Id} ({n.Element.Id}, version {state.Version})"));
            lines.Add(new MigrationLine(
                row.Id.Key, row.Row.Title, state.Version, preview.IsPossible, [.. preview.Moves.Select(m => new MigrationMove(m.From, m.To))], preview.Refusals, [.. preview.Notes.Distinct()]));
        }

        return new MigrationReport(definition, request.Version, [.. gone], lines, more);
    }

    /// <summary>Moves every plan that can move; each by a command of its own with an audit fact of its own.</summary>
    public async Task<MigrationReport> MoveAsync(
        string definition, MigrateRequest request, WorkflowGraph to, Caller caller, string commandId, CancellationToken cancellationToken)
    {
        var report = await PreviewAsync(definition, request, to, caller, cancellationToken);
        var reason = sealer.Seal(commandId, "$.reason of the act", request.Reason!, null);
        var lines = new List<MigrationLine>();
        foreach (var line in report.Plans)
        {
            lines.Add(line.Possible ? await MoveAsync(line, request, reason, caller, commandId, cancellationToken) : line);
        }

        return report with { Plans = lines };
    }

    private async Task<MigrationLine> MoveAsync(MigrationLine line, MigrateRequest request, SealedValue reason, Caller caller, string commandId, CancellationToken cancellationToken)
    {
        var command = new MigratePlan(request.Version, request.Activities?.ToImmutableSortedDictionary(StringComparer.Ordinal));
        var envelope = new Envelope(DerivedId.From(commandId, line.Plan), new ActorId(ActorKind.Workflow, line.Plan), command, new Origin(caller.Person.ToString()) { Reason = reason.Ref }) { Personal = [reason] };
        return await runtime.SendAsync(envelope, cancellationToken) switch
        {
            CommandResult.Refused refused => line with { Possible = false, Refusals = [refused.Refusal.Message] },
            _ => line with { Moved = true },
        };
    }

    private async Task<(IReadOnlyList<StoredView> Rows, bool More)> FindAsync(string definition, MigrateRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var scope = caller.ScopeOf(Right.UnblockPlans);
        if (request.Plans is { } keys)
        {
            var named = new List<StoredView>();
            foreach (var key in keys.Distinct(StringComparer.Ordinal).Take(Most))
            {
                if (await views.FindAsync(new ActorId(ActorKind.Workflow, key), scope, cancellationToken) is { } row && row.Row.Code == definition)
                {
                    named.Add(row);
                }
            }

            return (named, keys.Count > Most);
        }

        var where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["type"] = [definition], ["status"] = Running };
        var found = new List<StoredView>();
        string? cursor = null;
        do
        {
            var page = await views.QueryAsync(new ViewQuery(ActorKind.Workflow, scope) { Where = where, Limit = 1000, Cursor = cursor }, cancellationToken);
            found.AddRange(page.Items.Where(r => (int?)r.Row.Doc["version"] is { } version && version != request.Version && (request.From is null || version == request.From)));
            cursor = page.Next;
        }
        while (cursor is not null && found.Count <= Most);
        return ([.. found.Take(Most)], found.Count > Most);
    }
}
