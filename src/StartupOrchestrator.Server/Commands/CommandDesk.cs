using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Commands;

/// <summary>
/// The way of every command from outside: read it, check that the caller may see the target and may do this there, send
/// it, and put the answer into HTTP. The order matters: what is out of scope is 404 before anything else is said.
/// </summary>
public sealed class CommandDesk(IActorRuntime runtime, IViewQueries views, CommandReader reader, ContractCatalog catalog, ScopeCompletion places, CommandChecks checks)
{
    /// <summary>Sends a command that the caller wrote to an actor.</summary>
    public async Task<IResult> SendAsync(HttpContext http, Caller caller, ActorId target, JsonObject body)
    {
        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        if (!Etag.TryReadIfMatch(http, out var expected))
        {
            return Problems.Invalid("If-Match", "Send the ETag that you read, in quotes, or leave the header out.");
        }

        var row = await views.FindAsync(target, caller.Readable(target.Kind), http.RequestAborted);
        var creates = CreatesTarget(body, target.Kind);
        if (row is null && !creates)
        {
            return Problems.NotFound(Words.Kind(target.Kind));
        }

        if (!creates && PolicyOf(body, target.Kind) is { } policy && !caller.ScopeOf(policy.Right).Covers(row!.Row))
        {
            return Problems.Forbidden(policy.Contract);
        }

        if (reader.Read(body, target, commandId, caller.Person, name => CommandPolicy.Find(target.Kind, name) is not null, out var envelope) is { } unreadable)
        {
            return Problems.Of(unreadable);
        }

        return await MayAsync(caller, envelope!, row, http.RequestAborted) ?? Answer(http, target, await runtime.SendAsync(envelope! with { ExpectedVersion = expected }, http.RequestAborted));
    }

    /// <summary>Creates a record by the command in the body; its key follows from the body or from the request's id.</summary>
    public async Task<IResult> CreateAsync(HttpContext http, Caller caller, ActorKind kind, JsonObject body)
    {
        if (!CreatesTarget(body, kind))
        {
            return Problems.Invalid("type", $"Name the command that creates a {Words.Kind(kind)}: {string.Join(", ", CommandPolicy.All.Where(p => p.Kind == kind && p.Creates).Select(p => p.Contract))}.");
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        await places.CompleteAsync(body, kind, caller, http.RequestAborted);
        return ScopeCompletion.KeyOf(body, kind, commandId) is { } key
            ? await SendAsync(http, caller, new ActorId(kind, key), body)
            : Problems.Invalid("code", $"Say where the {Words.Kind(kind)} stands and what it is called: study with iso2 or code, or the study's protocolNumber.");
    }

    /// <summary>Puts the outcome of a command into HTTP.</summary>
    public static IResult Answer(HttpContext http, ActorId target, CommandResult result)
    {
        switch (result)
        {
            case CommandResult.Done done:
                Etag.Put(http, done.Version);
                return TypedResults.Ok(new CommandAnswer(target.ToString(), target.Key, done.Version, done.Answer, done.Repeated));
            case CommandResult.Refused refused:
                Etag.Put(http, refused.Version);
                return Problems.Of(refused.Refusal);
            default:
                throw new InvalidOperationException($"Unknown outcome {result.GetType()}.");
        }
    }

    private static bool CreatesTarget(JsonObject body, ActorKind kind) => PolicyOf(body, kind) is { Creates: true };

    private static CommandPolicy? PolicyOf(JsonObject body, ActorKind kind) =>
        CommandName.Of(body) is { } name ? CommandPolicy.Find(kind, name) : null;

    private async Task<IResult?> MayAsync(Caller caller, Envelope envelope, StoredView? row, CancellationToken cancellationToken)
    {
        var contract = catalog.Of(envelope.Command).Name;
        var policy = CommandPolicy.Find(envelope.Target.Kind, contract)!;
        var place = policy.Creates ? CommandPlace.Of(envelope.Command, envelope.Target) : null;
        if (place is not null && !await IsThereAsync(caller, place, envelope.Target.Kind, cancellationToken))
        {
            return Problems.NotFound($"place for a {Words.Kind(envelope.Target.Kind)}");
        }

        var where = place?.AsPart() ?? new ScopePart(row!.Row.Sponsor, row.Row.Study, row.Row.Country, row.Row.Site);
        if (Lacks(policy.Right) || (MoreRights.Of(envelope.Command) is { } more && Lacks(more)))
        {
            return Problems.Forbidden(contract);
        }

        return await checks.FindAsync(envelope.Command, where, cancellationToken) is { } wrong ? Problems.Of(wrong) : null;

        bool Lacks(Right right) => !caller.ScopeOf(right).Covers(where);
    }

    /// <summary>What is created stands under something that exists, that the caller may see, and whose columns it repeats.</summary>
    private async Task<bool> IsThereAsync(Caller caller, Scope place, ActorKind kind, CancellationToken cancellationToken)
    {
        if (kind == ActorKind.Study || place.Level == Domain.Actors.Shared.ScopeLevel.Organisation)
        {
            return true;
        }

        var parent = kind switch
        {
            ActorKind.StudyCountry => place.StudyActor,
            ActorKind.Site => place.CountryActor ?? place.StudyActor,
            _ => place.Parent,
        };
        var row = parent is null ? null : await views.FindAsync(parent.Value, caller.Readable(parent.Value.Kind), cancellationToken);
        return row is not null && row.Row.Sponsor == place.Sponsor && row.Row.Study == place.Study
            && (kind == ActorKind.StudyCountry || row.Row.Country == place.Country);
    }
}

/// <summary>What a command led to.</summary>
/// <param name="Id">The record (<c>kind/key</c>).</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Its version now; also the ETag.</param>
/// <param name="Answer">What the record answered.</param>
/// <param name="Repeated">The same request had taken effect before.</param>
public sealed record CommandAnswer(string Id, string Key, long Version, JsonNode? Answer, bool Repeated);
