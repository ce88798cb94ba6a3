using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Http;
using StartupOrchestrator.Workflows.Activities;

namespace StartupOrchestrator.Server.Features.Definitions;

/// <summary>Workflow definitions: list, versions, drafts, publishing, and the activities that they may name.</summary>
internal static class DefinitionEndpoints
{
    /// <summary>Maps <c>/definitions</c> and <c>/activities</c>.</summary>
    public static void MapDefinitions(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/definitions").WithTags("definitions");
        definitions.MapGet("", async (CallerAccessor callers, DefinitionDesk desk, CancellationToken cancellation) => TypedResults.Ok(await desk.ListAsync(await callers.RequireAsync(), cancellation)))
            .RequireRight(Right.ReadRecords).WithName("list-definitions").WithSummary("All workflow definitions");
        definitions.MapGet("/{key}", ReadAsync).RequireRight(Right.ReadRecords).WithName("read-definition").WithSummary("A definition with its versions and the content that new plans start from");
        definitions.MapGet("/{key}/versions/{number:int}", VersionAsync).RequireRight(Right.ReadRecords).WithName("read-definition-version").WithSummary("The content of a published version, verbatim");
        definitions.MapGet("/{key}/draft", DraftAsync).RequireRight(Right.EditWorkflows).WithName("read-draft").WithSummary("The caller's own draft, with what is wrong with it");
        definitions.MapPut("/{key}/draft", SaveAsync).RequireRight(Right.EditWorkflows).WithName("save-draft").WithSummary("Keeps the caller's draft; the first one creates the definition")
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(8 * 1024 * 1024));
        definitions.MapDelete("/{key}/draft", async (string key, HttpContext http, CallerAccessor callers, DefinitionDesk desk) =>
                await SendAsync(key, http, callers, desk, _ => new DiscardDraft(), null))
            .RequireRight(Right.EditWorkflows).WithName("discard-draft").WithSummary("Throws the caller's draft away").Produces<CommandAnswer>();
        definitions.MapPost("/{key}/publish", PublishAsync).RequireRight(Right.PublishWorkflows).WithName("publish-definition")
            .WithSummary("Publishes the caller's draft as the next version, which never changes").Produces<CommandAnswer>().ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        definitions.MapPost("/{key}/versions/{number:int}/retract", async (string key, int number, RetractRequest request, HttpContext http, CallerAccessor callers, DefinitionDesk desk) =>
                await SendAsync(key, http, callers, desk, _ => new RetractVersion(number), request.Reason))
            .RequireRight(Right.PublishWorkflows).WithName("retract-version").WithSummary("No new plans start from this version").Produces<CommandAnswer>();
        definitions.MapPost("/check", CheckAsync)
            .RequireRight(Right.EditWorkflows).WithName("check-definition").WithSummary("What is wrong with a definition; nothing is kept");

        api.MapGet("/activities", () => TypedResults.Ok<IReadOnlyList<ActivityLine>>([.. ActivityRegistry.Default.Newest.Where(a => !a.Declaration.Hidden).Select(ActivityLine.Of)]))
            .RequireRight(Right.ReadRecords).WithTags("definitions").WithName("list-activities").WithSummary("Activities with inputs, outcomes and waits: what the designer's palette and forms are made of");
    }

    private static async Task<Results<Ok<DefinitionDetail>, ProblemHttpResult>> ReadAsync(string key, HttpContext http, CallerAccessor callers, DefinitionDesk desk)
    {
        if (await desk.FindAsync(key, http.RequestAborted) is not { State.Exists: true } found)
        {
            return Problems.NotFound("workflow definition");
        }

        Etag.Put(http, found.Snapshot.Version);
        var line = await desk.LineAsync(found, await callers.RequireAsync(), http.RequestAborted);
        return TypedResults.Ok(new DefinitionDetail(line, await desk.VersionsAsync(found.State, http.RequestAborted), DefinitionDesk.Parse(found.State.Current?.Content)));
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> VersionAsync(string key, int number, HttpContext http, DefinitionDesk desk) =>
        await desk.FindAsync(key, http.RequestAborted) is { } found && found.State.Versions.FirstOrDefault(v => v.Number == number) is { } version
            ? TypedResults.Content(version.Content, "application/json")
            : Problems.NotFound("version of a workflow definition");

    private static async Task<Results<Ok<DraftLine>, ProblemHttpResult>> DraftAsync(string key, HttpContext http, CallerAccessor callers, DefinitionDesk desk)
    {
        var caller = await callers.RequireAsync();
        if (await desk.FindAsync(key, http.RequestAborted) is not { } found || found.State.Drafts.GetValueOrDefault(caller.Person.Key) is not { } draft)
        {
            return Problems.NotFound("draft of yours");
        }

        Etag.Put(http, found.Snapshot.Version);
        return TypedResults.Ok(new DraftLine(DefinitionDesk.Parse(draft.Content), draft.BasedOn, draft.SavedAt, DefinitionDesk.Check(draft.Content)));
    }

    private static async Task<Ok<IReadOnlyList<ProblemLine>>> CheckAsync(SaveDraftRequest request, DefinitionPublisher publisher, CancellationToken cancellation)
    {
        var content = request.Content.ToJsonString();
        return TypedResults.Ok(DefinitionLibrary.TryRead(content) is { } definition
            ? [.. (await publisher.CheckAsync(definition, cancellation)).Select(DefinitionDesk.Line)]
            : DefinitionDesk.Check(content));
    }

    private static async Task<IResult> SaveAsync(string key, SaveDraftRequest request, HttpContext http, CallerAccessor callers, DefinitionDesk desk)
    {
        if (!DefinitionKey.IsKey(key))
        {
            return Problems.Invalid("key", "The id of a definition has lower-case letters, digits, hyphens and dots only.");
        }

        var content = request.Content.ToJsonString();
        return await SendAsync(key, http, callers, desk, _ => new SaveDraft(content, request.BasedOn, request.Title), null);
    }

    private static async Task<IResult> PublishAsync(string key, PublishRequest request, HttpContext http, CallerAccessor callers, DefinitionPublisher publisher)
    {
        var caller = await callers.RequireAsync();
        if (string.IsNullOrWhiteSpace(request.Note))
        {
            return Problems.Invalid("note", "Say what changed and why: whoever runs this workflow reads it.");
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId) || !Etag.TryReadIfMatch(http, out var expected))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Idempotency-Key has 1 to 200 characters; If-Match is the ETag that you read, in quotes.");
        }

        return CommandDesk.Answer(http, new ActorId(ActorKind.Definition, key), await publisher.PublishDraftAsync(key, caller, commandId, request.Note, expected, http.RequestAborted));
    }

    private static async Task<IResult> SendAsync(string key, HttpContext http, CallerAccessor callers, DefinitionDesk desk, Func<Func<string, PersonalRef>, Command> command, string? reason)
    {
        var caller = await callers.RequireAsync();
        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId) || !Etag.TryReadIfMatch(http, out var expected))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Idempotency-Key has 1 to 200 characters; If-Match is the ETag that you read, in quotes.");
        }

        return CommandDesk.Answer(http, new ActorId(ActorKind.Definition, key), await desk.SendAsync(key, caller, commandId, command, reason, expected, http.RequestAborted));
    }
}
