using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Features.Plans;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.BlockedSteps;

/// <summary>Steps of running plans that cannot go on by themselves, with their cause, and the three ways out.</summary>
internal static class BlockedStepEndpoints
{
    private const int MostStudies = 20;

    // The engine leaves the commonest cause out of what it keeps.
    private const string PlainFault = "fault";

    private static readonly Dictionary<string, string> Ways = new(StringComparer.Ordinal)
    {
        ["retry"] = "plan.retry-blocked-step", ["skip"] = "plan.skip-blocked-step", ["cancel"] = "plan.cancel-blocked-step",
    };

    /// <summary>Maps <c>/blocked-steps</c> and the ways out under <c>/plans</c>.</summary>
    public static void MapBlockedSteps(this IEndpointRouteBuilder api)
    {
        api.MapGet("/blocked-steps", async Task<Results<Ok<BlockedStepPage>, ProblemHttpResult>> (
                [AsParameters] RecordFilter filter, CallerAccessor callers, IViewQueries views, StuckWaits stuck, StandingStill standing, CancellationToken cancellation) =>
            {
                var caller = await callers.RequireAsync();
                if ((filter with { Status = ["blocked"], Sort = filter.Sort ?? "study" }).ToQuery(ActorKind.Workflow, caller, out var query) is { } wrong)
                {
                    return Problems.Of(wrong);
                }

                var page = await views.QueryAsync(query, cancellation);
                IReadOnlyList<BlockedStepLine> waits = filter.Cursor is null ? await stuck.TasksAsync(filter, caller, cancellation) : [];
                IReadOnlyList<BlockedStepLine> circles = filter.Cursor is null ? await CirclesAsync(filter, caller, views, standing, cancellation) : [];
                return TypedResults.Ok(new BlockedStepPage([.. page.Items.SelectMany(Lines), .. circles, .. waits], page.Next));
            })
            .RequireRight(Right.ReadRecords).WithTags("plans").WithName("list-blocked-steps")
            .WithSummary("What cannot go on by itself in the caller's scope, with its cause: blocked steps of plans, plans that wait for each other, tasks whose role nobody holds");

        foreach (var (way, command) in Ways)
        {
            api.MapPost($"/plans/{{key}}/blocked-steps/{{step}}/{way}", async (string key, string step, WayOutRequest request, HttpContext http, CallerAccessor callers, CommandDesk desk) =>
                {
                    // The id of a step has a slash in it, which addresses carry escaped and the router leaves so.
                    var body = new JsonObject { ["type"] = command, ["step"] = Uri.UnescapeDataString(step) };
                    if (request.Reason is not null)
                    {
                        body["reason"] = request.Reason;
                    }

                    if (request.Outcome is not null && way == "skip")
                    {
                        body["outcome"] = request.Outcome;
                    }

                    return await desk.SendAsync(http, await callers.RequireAsync(), new ActorId(ActorKind.Workflow, key), body);
                })
                .RequireRight(Right.UnblockPlans).WithTags("plans").WithName($"{way}-blocked-step").WithSummary($"{char.ToUpperInvariant(way[0])}{way[1..]} a blocked step")
                .Produces<CommandAnswer>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        }
    }

    /// <summary>Plans that wait for each other: in the studies that were asked for, else in those of the caller, as long as they are few.</summary>
    private static async Task<IReadOnlyList<BlockedStepLine>> CirclesAsync(RecordFilter filter, Caller caller, IViewQueries views, StandingStill standing, CancellationToken cancellationToken)
    {
        var studies = filter.Study ?? [];
        if (studies.Length == 0)
        {
            var page = await views.QueryAsync(new ViewQuery(ActorKind.Study, caller.Readable(ActorKind.Study)) { Limit = MostStudies + 1 }, cancellationToken);
            studies = page.Items.Count > MostStudies ? [] : [.. page.Items.Select(s => s.Id.Key)];
        }

        var lines = new List<BlockedStepLine>();
        foreach (var study in studies)
        {
            lines.AddRange((await standing.CirclesAsync(study, caller, cancellationToken)).Select(c => new BlockedStepLine(
                "plans", ActorId.Parse(c.Record).Key, 0, c.Title, c.Record, null, c.Title, "waits-in-circle", c.Message, null, c.Study, c.Country, c.Site)));
        }

        return lines;
    }

    private static IEnumerable<BlockedStepLine> Lines(StoredView plan) =>
        from step in (plan.Row.Doc["blocked"] as JsonArray ?? []).OfType<JsonObject>()
        select new BlockedStepLine(
            "step", plan.Id.Key, plan.Version, plan.Row.Title, (string?)step["id"] ?? "", (string?)step["activity"], (string?)step["name"], (string?)step["cause"] ?? PlainFault, (string?)step["message"],
            (string?)step["since"], plan.Row.Study, plan.Row.Country, plan.Row.Site);
}

/// <summary>Why, and how the plan goes on.</summary>
/// <param name="Reason">Why; needed to skip and to cancel.</param>
/// <param name="Outcome">To skip: the outcome by which the plan goes on; Done when not given.</param>
public sealed record WayOutRequest(string? Reason, string? Outcome);

/// <summary>Something that cannot go on by itself.</summary>
/// <param name="Kind"><c>step</c> of a plan; <c>task</c> whose role nobody holds; <c>plans</c> that wait for each other.</param>
/// <param name="Plan">Key of the plan; empty for tasks.</param>
/// <param name="Version">The plan's version: the ETag.</param>
/// <param name="PlanTitle">The plan in words.</param>
/// <param name="Step">Id of the blocked step; key of the task.</param>
/// <param name="Activity">Id of the activity in the definition.</param>
/// <param name="Name">The step in words.</param>
/// <param name="Cause">Code of the cause: fault, waits-for-nothing, burst-budget, declared; role-empty of a task; waits-in-circle of plans.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Since">Since when.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Site">Site key.</param>
public sealed record BlockedStepLine(
    string Kind, string Plan, long Version, [property: Said] string? PlanTitle, string Step, string? Activity, [property: Said] string? Name, string? Cause, [property: Told] string? Message, string? Since, string? Study, string? Country, string? Site);

/// <summary>A page of blocked steps.</summary>
/// <param name="Items">The steps.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record BlockedStepPage(IReadOnlyList<BlockedStepLine> Items, string? Next);
