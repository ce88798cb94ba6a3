using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Http;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Instances;
using StartupOrchestrator.Workflows.Simulation;

namespace StartupOrchestrator.Server.Features.Definitions;

/// <summary>Definitions brought in and taken out, compared, gone back to, tried; and the page about activities.</summary>
internal static class ExchangeEndpoints
{
    private static readonly Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute Large = new(8 * 1024 * 1024);

    /// <summary>Maps the addresses.</summary>
    public static void MapDefinitionExchange(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/definitions").WithTags("definitions");
        definitions.MapPost("/import", ImportAsync).RequireRight(Right.EditWorkflows).WithName("import-definition").WithMetadata(Large)
            .WithSummary("Brings in a file of Elsa Studio or of this product, as the caller's draft or as the next version");
        definitions.MapGet("/{key}/export", ExportAsync).RequireRight(Right.ReadRecords).WithName("export-definition")
            .WithSummary("The definition as a file that Elsa Studio opens; version, else the newest");
        definitions.MapGet("/{key}/diff", DiffAsync).RequireRight(Right.ReadRecords).WithName("diff-definition")
            .WithSummary("What is different between two versions; without 'to', the caller's draft");
        definitions.MapPost("/{key}/revert", RevertAsync).RequireRight(Right.EditWorkflows).WithName("revert-definition")
            .WithSummary("Begins the caller's draft from an old version").Produces<CommandAnswer>().ProducesProblem(404);
        definitions.MapPost("/{key}/try", TryAsync).RequireRight(Right.EditWorkflows).WithName("try-definition").WithMetadata(Large)
            .WithSummary("Runs a draft in memory on virtual time; nothing real is touched");
        api.MapGet("/activities/documentation", () => TypedResults.Content(ActivityCatalog.ToMarkdown(), "text/markdown; charset=utf-8"))
            .RequireRight(Right.ReadRecords).WithTags("definitions").WithName("activities-documentation").WithSummary("The page about all activities, as Markdown").Produces<string>(200, "text/markdown");
    }

    private static async Task<IResult> ImportAsync(ImportDefinitionRequest request, HttpContext http, CallerAccessor callers, DefinitionDesk desk, DefinitionPublisher publisher)
    {
        var caller = await callers.RequireAsync();
        WorkflowDefinition definition;
        try
        {
            definition = DefinitionReader.Read(request.Content.ToJsonString());
        }
        catch (DefinitionFormatException e)
        {
            return Problems.Invalid("content", e.Message);
        }

        if (request.Publish && (string.IsNullOrWhiteSpace(request.Note) || !caller.HasSomewhere(Right.PublishWorkflows)))
        {
            return caller.HasSomewhere(Right.PublishWorkflows) ? Problems.Invalid("note", "Say what changed and why: whoever runs this workflow reads it.") : Problems.Forbidden("publish a workflow definition");
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        var key = DefinitionKey.Of(definition.DefinitionId);
        var problems = (await publisher.CheckAsync(definition, http.RequestAborted)).Select(DefinitionDesk.Line).ToList();
        var content = definition.ToJson().ToJsonString();
        var result = request.Publish
            ? await publisher.PublishFileAsync(key, content, caller, commandId, request.Note!, http.RequestAborted)
            : await SaveAsync(key, definition, content, caller, commandId, desk, http.RequestAborted);
        return result is CommandResult.Refused refused
            ? Problems.Of(refused.Refusal)
            : TypedResults.Ok(new ImportedDefinition(key, (int?)(result as CommandResult.Done)?.Answer?["version"], result.Version, problems));
    }

    private static async Task<CommandResult> SaveAsync(string key, WorkflowDefinition definition, string content, Caller caller, string commandId, DefinitionDesk desk, CancellationToken cancellationToken)
    {
        var newest = (await desk.FindAsync(key, cancellationToken))?.State.Versions.Length ?? 0;
        return await desk.SendAsync(key, caller, commandId, _ => new SaveDraft(content, newest, definition.Name ?? definition.DefinitionId), null, null, cancellationToken);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ExportAsync(string key, int? version, HttpContext http, DefinitionDesk desk)
    {
        var state = (await desk.FindAsync(key, http.RequestAborted))?.State;
        var published = version is null ? state?.Current : state?.Versions.FirstOrDefault(v => v.Number == version);
        if (published is null || DefinitionLibrary.TryRead(published.Content) is not { } definition)
        {
            return Problems.NotFound("version of a workflow definition");
        }

        http.Response.Headers.ContentDisposition = $"attachment; filename=\"workflow-definition-{key}-{published.Number}.json\"";
        return TypedResults.Content(Publication.Export(definition).ToJsonString(Indented), MediaTypeNames.Application.Json);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DefinitionReader.MaxDepth };

    private static async Task<Results<Ok<DefinitionChanges>, ProblemHttpResult>> DiffAsync(string key, int? from, int? to, CallerAccessor callers, DefinitionDesk desk, CancellationToken cancellation)
    {
        var caller = await callers.RequireAsync();
        var state = (await desk.FindAsync(key, cancellation))?.State;
        var before = Content(from ?? state?.Versions.LastOrDefault()?.Number);
        var after = to is null ? state?.Drafts.GetValueOrDefault(caller.Person.Key)?.Content : Content(to);
        return before is not null && after is not null && DefinitionLibrary.TryRead(before) is { } one && DefinitionLibrary.TryRead(after) is { } other
            ? TypedResults.Ok(DefinitionChanges.Between(one, other))
            : Problems.NotFound("pair of versions of a workflow definition");

        string? Content(int? number) => state?.Versions.FirstOrDefault(v => v.Number == number)?.Content;
    }

    private static async Task<IResult> RevertAsync(string key, RevertRequest request, HttpContext http, CallerAccessor callers, DefinitionDesk desk)
    {
        var caller = await callers.RequireAsync();
        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId) || !Etag.TryReadIfMatch(http, out var expected))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Idempotency-Key has 1 to 200 characters; If-Match is the ETag that you read, in quotes.");
        }

        if ((await desk.FindAsync(key, http.RequestAborted))?.State is not { } state || state.Versions.FirstOrDefault(v => v.Number == request.Version) is not { } version
            || DefinitionLibrary.TryRead(version.Content) is not { } definition)
        {
            return Problems.NotFound("version of a workflow definition");
        }

        var content = Publication.Export(definition).ToJsonString();
        return CommandDesk.Answer(http, new ActorId(ActorKind.Definition, key),
            await desk.SendAsync(key, caller, commandId, _ => new SaveDraft(content, state.Versions.Length), null, expected, http.RequestAborted));
    }

    private static async Task<Results<Ok<TryResult>, ProblemHttpResult>> TryAsync(
        string key, TryRequest request, CallerAccessor callers, DefinitionDesk desk, DefinitionLibrary library, CancellationToken cancellation)
    {
        var caller = await callers.RequireAsync();
        var state = (await desk.FindAsync(key, cancellation))?.State;
        var content = request.Content?.ToJsonString() ?? state?.Drafts.GetValueOrDefault(caller.Person.Key)?.Content ?? state?.Current?.Content;
        if (content is null || DefinitionLibrary.TryRead(content) is not { } definition)
        {
            return Problems.NotFound("draft or version that can be read");
        }

        var others = (await library.PublishedAsync(cancellation)).Where(d => d.DefinitionId != definition.DefinitionId);
        var inputs = request.Inputs?.ToDictionary(i => i.Key, i => i.Value);
        var result = await Task.Run(() => WorkflowSimulator.Run([definition, .. others], new SimulationOptions { Inputs = inputs, MaxResumptions = 2000 }), cancellation);
        var steps = result.Facts.Where(f => f.Kind == FactKinds.ActivityCompleted && f.NodeId is not null).Take(2000).Select(f => f.NodeId![(f.NodeId!.LastIndexOf(':') + 1)..]);
        return TypedResults.Ok(new TryResult(
            result.Status.ToString(), result.SubStatus.ToString(), result.Lines, new(result.Outputs.Select(o => KeyValuePair.Create(o.Key, o.Value?.DeepClone()))), result.Fault, [.. steps],
            [.. result.Blocked.Select(b => new TryBlocked(b.ActivityId, b.ActivityName, b.Message))], result.GivenUp));
    }
}
