using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Operations;

/// <summary>
/// Mail that waits. The decision about it is put on record first, then carried out; if the server dies in between, the
/// mail still waits and the same request does the rest.
/// </summary>
public sealed class HeldMailDesk(IActorRuntime runtime, IStorage storage, PersonalSealer sealer)
{
    private const int Most = 500;
    private static readonly ActorId Settings = new(ActorKind.Organisation, "settings");
    private static readonly string[] Targets = [OutboxTargets.Mail, OutboxTargets.Calendar, OutboxTargets.Http];

    /// <summary>What waits, oldest first.</summary>
    public async Task<HeldMailPage> ListAsync(CancellationToken cancellationToken)
    {
        if (storage.Upkeep is not { } upkeep)
        {
            return new HeldMailPage(null, []);
        }

        var waiting = await upkeep.WaitingForAsync(Targets, Most, cancellationToken);
        return new HeldMailPage(await upkeep.FindHoldAsync(Hold.Outgoing, cancellationToken), [.. waiting.Select(Line)]);
    }

    /// <summary>Lets mail leave again.</summary>
    public async Task<IResult> ReleaseAsync(HttpContext http, Caller caller, string? reason)
    {
        if (storage.Upkeep is not { } upkeep || await upkeep.FindHoldAsync(Hold.Outgoing, http.RequestAborted) is null)
        {
            return Problems.Of(new Refusal(RefusalKind.NotAllowed, "mail.not-held", "Mail is not held back."));
        }

        return await RecordAsync(http, caller, reason, new ReleaseMail(), () => upkeep.ReleaseAsync(Hold.Outgoing, CancellationToken.None));
    }

    /// <summary>Takes one away.</summary>
    public async Task<IResult> DiscardAsync(HttpContext http, Caller caller, string id, string? reason)
    {
        var waiting = storage.Upkeep is { } upkeep ? await upkeep.WaitingForAsync(Targets, int.MaxValue, http.RequestAborted) : [];
        return waiting.Any(m => m.Id == id)
            ? await RecordAsync(http, caller, reason, new DiscardMail(id), () => storage.Deliveries.CompleteAsync(id, CancellationToken.None))
            : Problems.NotFound("waiting mail");
    }

    private async Task<IResult> RecordAsync(HttpContext http, Caller caller, string? reason, Command command, Func<Task> act)
    {
        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Problems.Invalid("reason", "Say why: give a reason.");
        }

        var sealedReason = sealer.Seal(commandId, "reason", reason, null);
        var envelope = new Envelope(commandId, Settings, command, new Origin(caller.Person.ToString()) { Reason = sealedReason.Ref }) { Personal = [sealedReason] };
        var result = await runtime.SendAsync(envelope, http.RequestAborted);
        if (result is CommandResult.Done)
        {
            await act();
        }

        return CommandDesk.Answer(http, Settings, result);
    }

    private static HeldMailLine Line(PendingMessage message)
    {
        var payload = JsonNode.Parse(message.Payload) as JsonObject;
        var to = message.Target == OutboxTargets.Http ? HostOf((string?)payload?["request"]?["url"]) : payload?["to"]?.ToString();
        return new HeldMailLine(message.Id, message.Target, message.Source, (string?)payload?["template"], to, message.Due, message.Attempts);
    }

    /// <summary>Of a call only the host is shown: the rest of the address may say more than whoever releases it needs.</summary>
    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;
}

/// <summary>Mail that waits.</summary>
/// <param name="Held">Why none leaves; null when it leaves by itself.</param>
/// <param name="Items">The mails, oldest first, 500 at most.</param>
public sealed record HeldMailPage(Hold? Held, IReadOnlyList<HeldMailLine> Items);

/// <summary>A mail, a calendar entry or a call of another system that waits.</summary>
/// <param name="Id">Its stable key.</param>
/// <param name="Target">mail, calendar or http.</param>
/// <param name="Source">The record that caused it.</param>
/// <param name="Template">Which letter.</param>
/// <param name="To">To whom: a person, a place or the host that is called.</param>
/// <param name="Due">Next attempt (UTC).</param>
/// <param name="Attempts">Attempts so far.</param>
public sealed record HeldMailLine(string Id, string Target, string Source, string? Template, string? To, Instant Due, int Attempts);
