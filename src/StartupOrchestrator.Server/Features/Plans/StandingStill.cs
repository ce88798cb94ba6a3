using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Features.Plans;

/// <summary>Finds in a study what waits for nobody although every step by itself looks well: plans that wait for each other in a circle, tasks of a role that nobody holds.</summary>
public sealed class StandingStill(IActorRuntime runtime, IViewQueries views, PlaceReader places, PlanGraphs graphs)
{
    private static readonly string[] Alive = ["running", "blocked"];
    private static readonly string[] Open = ["open", "in-progress", "waiting"];

    /// <summary>Everything of that kind in a study, as far as the caller may read.</summary>
    public async Task<IReadOnlyList<StandingLine>> FindAsync(string study, Caller caller, CancellationToken cancellationToken) =>
        [.. await CirclesAsync(study, caller, cancellationToken), .. await EmptyRolesAsync(study, caller, cancellationToken)];

    /// <summary>Plans that wait for each other in a circle: by ends of each other, or by milestones and statuses that only they would bring.</summary>
    public async Task<IReadOnlyList<StandingLine>> CirclesAsync(string study, Caller caller, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(ActorKind.Workflow, study, Alive, caller, cancellationToken);
        var (plans, products) = (new Dictionary<string, PlanState>(StringComparer.Ordinal), new Dictionary<(ActorId, string), List<string>>());
        foreach (var row in rows)
        {
            if ((await runtime.ReadAsync(row.Id, cancellationToken))?.State is not PlanState plan)
            {
                continue;
            }

            plans[row.Id.ToString()] = plan;
            foreach (var product in await graphs.FindAsync(plan.Definition, plan.Version, cancellationToken) is { } graph ? PlanProducts.Of(graph, plan.Scope).Distinct() : [])
            {
                (products.TryGetValue(product, out var by) ? by : products[product] = []).Add(row.Id.ToString());
            }
        }

        var waits = plans.ToDictionary(p => p.Key, p => PlanWaits.OnPlans(p.Value).Select(o => o.ToString()).ToList(), StringComparer.Ordinal);
        foreach (var (plan, on) in DeadWaits.Of(plans.ToDictionary(p => p.Key, p => WaitsOf(p.Value, products), StringComparer.Ordinal)))
        {
            waits[plan] = on;
        }

        var titles = rows.ToDictionary(r => r.Id.ToString(), r => r, StringComparer.Ordinal);
        return [.. WaitCircles.Of(waits).Select(circle =>
        {
            var first = titles[circle[0]];
            var names = string.Join(" → ", circle.Append(circle[0]).Select(id => Name(titles[id], plans[id])));
            return new StandingLine("circle", first.Id.ToString(), first.Row.Title,
                $"These plans wait for each other, so none of them can go on: {names}. Bring about by hand what one of them waits for, or cancel one.", null, study, first.Row.Country, first.Row.Site);
        })];
    }

    /// <summary>Which plans could end each wait; a plan with a blocked step can be set going by a person.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> WaitsOf(PlanState plan, Dictionary<(ActorId, string), List<string>> products) =>
        plan.Blocked.Any() ? [[]] :
        [
            .. PlanWaits.Open(plan).Select(w => w.Plan is { } other ? [other.ToString()]
                : (IReadOnlyList<string>)[.. w.Facts.SelectMany(f => w.Actor is { } actor ? products.GetValueOrDefault((actor, f)) ?? [] : []).Distinct(StringComparer.Ordinal)]),
        ];

    private static string Name(StoredView row, PlanState plan)
    {
        var facts = PlanWaits.Open(plan).SelectMany(w => w.Facts).Distinct(StringComparer.Ordinal).ToList();
        return facts.Count == 0 ? row.Row.Title ?? row.Id.ToString() : $"{row.Row.Title} (waits for {string.Join(", ", facts).Replace(':', ' ')})";
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
public sealed record StandingLine(string Kind, string Record, [property: Said] string? Title, [property: Told] string Message, string? Role, string? Study, string? Country, string? Site);
