using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Deliveries;

/// <summary>Messages that were given up after several attempts: mails, calls, commands between records. Nothing is lost; a person tries them again.</summary>
internal static class DeliveryEndpoints
{
    private const int Most = 500;

    /// <summary>Maps <c>/deliveries</c>.</summary>
    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        api.MapGet("/deliveries/undeliverable", ListAsync).RequireRight(Right.UnblockPlans).WithTags("deliveries").WithName("list-undeliverable")
            .WithSummary("Messages that were given up, oldest first, with the reason; of records in the caller's scope");
        api.MapPost("/deliveries/{id}/retry", RetryAsync).RequireRight(Right.UnblockPlans).WithTags("deliveries").WithName("retry-delivery")
            .WithSummary("Tries a message again").Produces<CommandAnswer>().ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<Ok<IReadOnlyList<UndeliverableLine>>> ListAsync(CallerAccessor callers, IDeliveryStore store, IViewQueries views, CancellationToken cancellation)
    {
        var caller = await callers.RequireAsync();
        var lines = new List<UndeliverableLine>();
        foreach (var message in await store.UndeliverableAsync(Most, cancellation))
        {
            if (await PlaceAsync(message, caller, views, cancellation) is { } place)
            {
                var (what, to) = Describe(message);
                lines.Add(new UndeliverableLine(message.Id, message.Source, to, what, message.Error ?? "", message.Attempts, message.Due, place.Study, place.Country, place.Site));
            }
        }

        return TypedResults.Ok<IReadOnlyList<UndeliverableLine>>(lines);
    }

    private static async Task<IResult> RetryAsync(
        string id, RetryDeliveryRequest request, HttpContext http, CallerAccessor callers, IDeliveryStore store, IViewQueries views, IActorRuntime runtime, PersonalSealer sealer, TimeProvider time)
    {
        var caller = await callers.RequireAsync();
        var message = (await store.UndeliverableAsync(Most, http.RequestAborted)).FirstOrDefault(m => m.Id == id);
        if (message is null || await PlaceAsync(message, caller, views, http.RequestAborted) is null)
        {
            return Problems.NotFound("message that was given up");
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId) || string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problems.Invalid("reason", "Say why the message is tried again: what was put right.");
        }

        var reason = sealer.Seal(commandId, "$.reason of the act", request.Reason, null);
        var settings = new ActorId(ActorKind.Organisation, "settings");
        var envelope = new Envelope(commandId, settings, new RetryDelivery(id, message.Source), new Origin(caller.Person.ToString()) { Reason = reason.Ref }) { Personal = [reason] };
        var result = await runtime.SendAsync(envelope, http.RequestAborted);
        if (result is CommandResult.Done)
        {
            await store.ReviveAsync(id, time.Now(), http.RequestAborted);
        }

        return CommandDesk.Answer(http, settings, result);
    }

    /// <summary>Where the sender stands; null when that is not in the caller's scope.</summary>
    private static async Task<ViewRow?> PlaceAsync(PendingMessage message, Caller caller, IViewQueries views, CancellationToken cancellationToken)
    {
        var row = ActorId.TryParse(message.Source, out var source) ? await views.FindAsync(source, caller.ScopeOf(Right.UnblockPlans), cancellationToken) : null;
        return row?.Row ?? (caller.HasEverywhere(Right.UnblockPlans) ? new ViewRow { Status = "" } : null);
    }

    /// <summary>What it is and to whom, without a value of it: mails name people.</summary>
    private static (string What, string To) Describe(PendingMessage message)
    {
        var payload = JsonNode.Parse(message.Payload);
        return message.Target switch
        {
            OutboxTargets.Mail => ("mail: " + (string?)payload?["template"], "mail"),
            OutboxTargets.Calendar => ("invitation", "calendar"),
            OutboxTargets.Http => ("call", Uri.TryCreate((string?)payload?["request"]?["url"], UriKind.Absolute, out var url) ? url.Host : "http"),
            _ => ((string?)payload?["command"]?["type"] ?? "message", message.Target),
        };
    }
}

/// <summary>A message that was given up.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Record that sent it.</param>
/// <param name="To">Whom it is for: a record, mail, calendar, or the called host.</param>
/// <param name="What">What it is.</param>
/// <param name="Error">What went wrong last.</param>
/// <param name="Attempts">Attempts so far.</param>
/// <param name="Since">Given up since (UTC).</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Site">Site key.</param>
public sealed record UndeliverableLine(string Id, string Source, string To, string What, [property: Told] string Error, int Attempts, Instant Since, string? Study, string? Country, string? Site);

/// <summary>Asks to try a message again.</summary>
/// <param name="Reason">What was put right.</param>
public sealed record RetryDeliveryRequest(string? Reason);
