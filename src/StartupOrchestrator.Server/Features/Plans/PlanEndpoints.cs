using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Plans.Triggers;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Http;
using StartupOrchestrator.Workflows.Expressions;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Features.Plans;

/// <summary>Running plans: start, history, tasks done outside, named events, migration.</summary>
internal static class PlanEndpoints
{
    /// <summary>Maps what plans have beyond list, one and commands.</summary>
    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        api.MapPost("/definitions/{key}/run", RunAsync).RequireRight(Right.SetUpStudies).WithTags("plans").WithName("run-definition")
            .WithSummary("Starts a plan from a published version; it stays on that version").Produces<CommandAnswer>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapGet("/plans/{key}/steps", StepsAsync).RequireRight(Right.ReadRecords).WithTags("plans").WithName("list-plan-steps")
            .WithSummary("What a plan did, step by step, with inputs and outputs; sensitive ones masked");
        api.MapPost("/plans/{key}/tasks/{task}/complete", CompleteAsync).RequireRight(Right.DoTasks).WithTags("plans").WithName("complete-plan-task")
            .WithSummary("Reports a task of a RunTask activity as done; task is its id, or the part after the slash").Produces<CommandAnswer>().ProducesProblem(404);
        api.MapPost("/plans/events", PublishAsync).RequireRight(Right.UnblockPlans).WithTags("plans").WithName("publish-event")
            .WithSummary("Publishes a named event to plans that wait for it and to definitions that start on it").Produces<CommandAnswer>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        api.MapGet("/plans/standing-still", StandingAsync).RequireRight(Right.ReadRecords).WithTags("plans").WithName("list-standing-still")
            .WithSummary("What of a study waits for nobody: plans in a circle of waits, tasks of a role that nobody holds");
        api.MapPost("/definitions/{key}/migration/preview", PreviewAsync).RequireRight(Right.UnblockPlans).WithTags("plans").WithName("preview-migration")
            .WithSummary("What moving running plans to a version would do: which plans, which activities, what stands in the way");
        api.MapPost("/definitions/{key}/migration", MoveAsync).RequireRight(Right.UnblockPlans).WithTags("plans").WithName("migrate-plans")
            .WithSummary("Moves every running plan that can move; the others are listed with the reason");
    }

    private static async Task<IResult> RunAsync(string key, RunPlanRequest request, HttpContext http, CallerAccessor callers, IViewQueries views, IActorRuntime runtime)
    {
        var caller = await callers.RequireAsync();
        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        if (IsTooDeep(request.Inputs, "inputs") is { } deep)
        {
            return deep;
        }

        if (await ScopeAsync(request, caller, views, http.RequestAborted) is not { } scope)
        {
            return Problems.NotFound("place for a plan");
        }

        if (!caller.ScopeOf(Right.SetUpStudies).Covers(new ScopePart(scope.Sponsor, scope.Study, scope.Country, scope.Site)))
        {
            return Problems.Forbidden("start a plan");
        }

        var plan = new ActorId(ActorKind.Workflow, DerivedId.From("run", commandId));
        var start = new StartPlan(key, scope, request.Inputs, request.Version, Correlation: request.Correlation ?? scope.Study, Name: request.Name);
        return CommandDesk.Answer(http, plan, await runtime.SendAsync(new Envelope(commandId, plan, start, new Origin(caller.Person.ToString())), http.RequestAborted));
    }

    private static async Task<Results<Ok<PlanHistoryPage>, ProblemHttpResult>> StepsAsync(
        string key, long? after, int? limit, CallerAccessor callers, IViewQueries views, PlanHistory history, CancellationToken cancellation)
    {
        var caller = await callers.RequireAsync();
        var plan = new ActorId(ActorKind.Workflow, key);
        return await views.FindAsync(plan, caller.Readable(ActorKind.Workflow), cancellation) is null
            ? Problems.NotFound(Words.Kind(ActorKind.Workflow))
            : TypedResults.Ok(await history.PageAsync(plan, Math.Max(0, after ?? 0), Math.Clamp(limit ?? 100, 1, 1000), cancellation));
    }

    private static async Task<IResult> CompleteAsync(string key, string task, CompleteTaskRequest request, HttpContext http, CallerAccessor callers, IViewQueries views, IActorRuntime runtime)
    {
        if (IsTooDeep(request.Result, "result") is { } deep)
        {
            return deep;
        }

        var caller = await callers.RequireAsync();
        var plan = new ActorId(ActorKind.Workflow, key);
        if (await views.FindAsync(plan, caller.ScopeOf(Right.DoTasks), http.RequestAborted) is null)
        {
            return Problems.NotFound(Words.Kind(ActorKind.Workflow));
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        task = Uri.UnescapeDataString(task);
        var id = task.Contains('/', StringComparison.Ordinal) ? task : $"{key}/{task}";
        return CommandDesk.Answer(http, plan, await runtime.SendAsync(new Envelope(commandId, plan, new CompletePlanTask(id, request.Result), new Origin(caller.Person.ToString())), http.RequestAborted));
    }

    private static async Task<IResult> PublishAsync(PublishEventRequest request, HttpContext http, CallerAccessor callers, IViewQueries views, IActorRuntime runtime)
    {
        var caller = await callers.RequireAsync();
        if (request.Name.Length is 0 or > 200 || request.Name.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Invalid("name", "An event has a name of 1 to 200 characters that does not begin with 'http:'.");
        }

        if (IsTooDeep(request.Payload, "payload") is { } deep)
        {
            return deep;
        }

        if (request.Study is { } study && await views.FindAsync(new ActorId(ActorKind.Study, study), caller.ScopeOf(Right.UnblockPlans), http.RequestAborted) is null)
        {
            return Problems.NotFound("study");
        }

        if (request.Study is null && !caller.HasEverywhere(Right.UnblockPlans))
        {
            return Problems.Forbidden("publish an event to the plans of every study");
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        var target = new ActorId(ActorKind.Trigger, "event-" + DerivedId.From("event", request.Name));
        var command = new PublishEventFromOutside(request.Name, request.Study ?? request.Correlation, request.Payload);
        return CommandDesk.Answer(http, target, await runtime.SendAsync(new Envelope(commandId, target, command, new Origin(caller.Person.ToString())), http.RequestAborted));
    }

    private static async Task<Results<Ok<IReadOnlyList<StandingLine>>, ProblemHttpResult>> StandingAsync(
        string study, CallerAccessor callers, IViewQueries views, StandingStill standing, CancellationToken cancellation)
    {
        var caller = await callers.RequireAsync();
        return await views.FindAsync(new ActorId(ActorKind.Study, study), caller.Readable(ActorKind.Study), cancellation) is null
            ? Problems.NotFound(Words.Kind(ActorKind.Study))
            : TypedResults.Ok(await standing.FindAsync(study, caller, cancellation));
    }

    private static async Task<Results<Ok<MigrationReport>, ProblemHttpResult>> PreviewAsync(
        string key, MigrateRequest request, CallerAccessor callers, PlanGraphs graphs, PlanMigrations migrations, CancellationToken cancellation) =>
        await graphs.FindAsync(key, request.Version, cancellation) is { } to
            ? TypedResults.Ok(await migrations.PreviewAsync(key, request, to, await callers.RequireAsync(), cancellation))
            : Problems.NotFound("version of a workflow definition");

    private static async Task<Results<Ok<MigrationReport>, ProblemHttpResult>> MoveAsync(
        string key, MigrateRequest request, HttpContext http, CallerAccessor callers, PlanGraphs graphs, PlanMigrations migrations)
    {
        var caller = await callers.RequireAsync();
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problems.Invalid("reason", "Say why the plans move to another version.");
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        return await graphs.FindAsync(key, request.Version, http.RequestAborted) is { } to
            ? TypedResults.Ok(await migrations.MoveAsync(key, request, to, caller, commandId, http.RequestAborted))
            : Problems.NotFound("version of a workflow definition");
    }

    /// <summary>What a plan keeps becomes part of journal entries, which nest only so deep.</summary>
    private static ProblemHttpResult? IsTooDeep(JsonNode? value, string field)
    {
        return Below(value, Limits.KeptDepth) ? null : Problems.Invalid(field, $"It nests more than {Limits.KeptDepth} levels deep. Send less, or in another shape.");

        static bool Below(JsonNode? node, int left) => node switch
        {
            JsonObject o => left > 0 && o.All(m => Below(m.Value, left - 1)),
            JsonArray a => left > 0 && a.All(i => Below(i, left - 1)),
            _ => true,
        };
    }

    /// <summary>The place of a plan, taken from the record that is named; null when it is not there for the caller.</summary>
    private static async Task<Scope?> ScopeAsync(RunPlanRequest request, Caller caller, IViewQueries views, CancellationToken cancellationToken)
    {
        ActorId? place = request.Site is { } site ? new ActorId(ActorKind.Site, site)
            : request is { Study: { } study, Country: { } country } ? Scope.CountryOf(study, country)
            : request.Study is { } only ? new ActorId(ActorKind.Study, only)
            : null;
        if (place is null)
        {
            return Scope.Organisation;
        }

        return await views.FindAsync(place.Value, caller.Readable(place.Value.Kind), cancellationToken) is { } row
            ? new Scope(row.Row.Sponsor, row.Row.Study, row.Row.Country, place.Value.Kind == ActorKind.Site ? place.Value.Key : null)
            : null;
    }
}
