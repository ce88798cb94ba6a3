using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Records;

/// <summary>What all kinds of record have in common: list, one, history, commands.</summary>
internal static class RecordEndpoints
{
    /// <summary>Maps list, one and history of a kind.</summary>
    public static RouteGroupBuilder MapRecordReads(this IEndpointRouteBuilder api, ActorKind kind)
    {
        var path = Words.Path(kind);
        var group = api.MapGroup($"/{path}").WithTags(path);
        group.MapGet("", async Task<Results<Ok<RecordPage>, ProblemHttpResult>> (
                [AsParameters] RecordFilter filter, CallerAccessor callers, RecordReader records, CancellationToken cancellation) =>
            {
                var caller = await callers.RequireAsync();
                return filter.ToQuery(kind, caller, out var query) is { } wrong ? Problems.Of(wrong) : TypedResults.Ok(await records.PageAsync(query, caller, cancellation));
            })
            .RequireRight(Right.ReadRecords).WithName($"list-{path}").WithSummary($"Lists {path} in the caller's scope");

        group.MapGet("/{key}", async Task<Results<Ok<RecordDetail>, StatusCodeHttpResult, ProblemHttpResult>> (
                string key, HttpContext http, CallerAccessor callers, RecordReader records) =>
            {
                var caller = await callers.RequireAsync();
                if (await records.FindAsync(new ActorId(kind, key), caller, http.RequestAborted) is not { } row)
                {
                    return Problems.NotFound(Words.Kind(kind));
                }

                Etag.Put(http, row.Version);
                return Etag.IsFresh(http, row.Version)
                    ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                    : TypedResults.Ok(new RecordDetail(row, AllowedCommands.Of(caller, kind, row)));
            })
            .RequireRight(Right.ReadRecords).WithName($"read-{path}").WithSummary($"One {Words.Kind(kind)}");

        group.MapGet("/{key}/history", HistoryEndpoint.ReadAsync(kind))
            .RequireRight(Right.ReadRecords).WithName($"history-{path}").WithSummary("Who changed what, when, from what to what, and why; newest first");
        return group;
    }

    /// <summary>Maps the creation of records of a kind.</summary>
    public static RouteGroupBuilder MapCreation(this RouteGroupBuilder group, ActorKind kind)
    {
        group.MapPost("", async (JsonObject command, HttpContext http, CallerAccessor callers, CommandDesk desk) =>
                await desk.CreateAsync(http, await callers.RequireAsync(), kind, command))
            .RequireSignedIn().WithName($"create-{Words.Path(kind)}").WithSummary($"Creates a {Words.Kind(kind)} by its command; the nearest record above suffices as scope")
            .Produces<CommandAnswer>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        return group;
    }

    /// <summary>Maps the commands of a kind.</summary>
    public static RouteGroupBuilder MapCommands(this RouteGroupBuilder group, ActorKind kind)
    {
        group.MapPost("/{key}/commands", async (string key, JsonObject command, HttpContext http, CallerAccessor callers, CommandDesk desk) =>
                await desk.SendAsync(http, await callers.RequireAsync(), new ActorId(kind, key), command))
            .RequireSignedIn().WithName($"command-{Words.Path(kind)}").WithSummary($"Sends a command to a {Words.Kind(kind)}: type is the command's name, its fields stand beside")
            .Produces<CommandAnswer>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        return group;
    }
}
