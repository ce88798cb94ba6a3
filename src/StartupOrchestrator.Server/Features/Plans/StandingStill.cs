using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Features.Plans;

/// <summary>Finds in a study what waits for nobody although every step by itself looks well: plans that wait for each other in a circle, tasks of a role that nobody holds.</summary>
public sealed class StandingStill(IActorRuntime runtime, IViewQueries views, PlaceReader places)
{
    private static readonly string[] Alive = ["running", "blocked"];
    private static readonly string[] Open = ["open", "in-progress", "waiting"];

    /// <summary>Everything of that kind in a study, as far as the caller may read.</summary>
    public async Task<IReadOnlyList<StandingLine>> FindAsync(string study, Caller caller, CancellationToken cancellationToken) =>
        [.. await CirclesAsync(study, caller, cancellationToken), .. await EmptyRolesAsync(study, caller, cancellationToken)];

    private async Task<List<StandingLine>> CirclesAsync(string study, Caller caller, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(ActorKind.Workflow, study, Alive, caller, cancellationToken);
        var waits = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if ((await runtime.ReadAsync(row.Id, cancellationToken))?.State is PlanState plan)
            {
                waits[row.Id.ToString()] = [.. PlanWaits.OnPlans(plan).Select(p => p.ToString())];
            }
        }

        var titles = rows.ToDictionary(r => r.Id.ToString(), r => r, StringComparer.Ordinal);
        return [.. WaitCircles.Of(waits).Select(circle =>
        {
            var first = titles[circle[0]];
            var names = string.Join(" → ", circle.Append(circle[0]).Select(id => titles[id].Row.Title ?? id));
            return new StandingLine("circle", first.Id.ToString(), first.Row.Title, $"These plans wait for each other, so none of them can go on: {names}. Cancel one of the waits.", null, study, first.Row.Country, first.Row.Site);
        })];
    }

    private async Task<List<StandingLine>> EmptyRolesAsync(string study, Caller caller, CancellationToken cancellationToken)
    {
        var lines = new List<StandingLine>();
        var held = new Dictionary<(Scope, string), bool>();
        foreach (var row in await RowsAsync(ActorKind.Task, study, Open, caller, cancellationToken))
        {
            if (row.Row.Owner is not { Length: > 0 and <= 4 } role || role.Any(c => !char.IsAsciiLetterUpper(c)))
            {
                continue;
            }

            var scope = new Scope(row.Row.Sponsor, row.Row.Study, row.Row.Country, row.Row.Site);
            if (!held.TryGetValue((scope, role), out var known))
            {
                held[(scope, role)] = known = await places.HolderAsync(scope, role, cancellationToken) is not null;
            }

            if (!known)
            {
                lines.Add(new StandingLine("empty-role", row.Id.ToString(), row.Row.Title, $"The task is for the role {role}, which nobody holds there. Name somebody for the role, or delegate the task.", role, study, row.Row.Country, row.Row.Site));
            }
        }

        return lines;
    }

    private async Task<List<StoredView>> RowsAsync(ActorKind kind, string study, string[] status, Caller caller, CancellationToken cancellationToken)
    {
        var where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["study"] = [study], ["status"] = status };
        var rows = new List<StoredView>();
        string? cursor = null;
        do
        {
            var page = await views.QueryAsync(new ViewQuery(kind, caller.Readable(kind)) { Where = where, Limit = 5000, Cursor = cursor }, cancellationToken);
            rows.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return rows;
    }
}

/// <summary>Something that waits for nobody.</summary>
/// <param name="Kind"><c>circle</c> or <c>empty-role</c>.</param>
/// <param name="Record">The record concerned.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Role">The role that nobody holds.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Site">Site key.</param>
public sealed record StandingLine(string Kind, string Record, string? Title, string Message, string? Role, string? Study, string? Country, string? Site);
