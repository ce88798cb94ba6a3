using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Outgoing;

/// <summary>
/// Carries calls of workflows to other systems and brings the answer back. A call may arrive twice after a crash: it bears
/// its own key as <c>Idempotency-Key</c>. Failures are tried again a few times, then the workflow hears of them.
/// </summary>
public sealed partial class CallHandler(IActorRuntime runtime, ContractCatalog catalog, OutgoingOptions options, IStorage storage, ILogger<CallHandler> log) : IEffectHandler, IDisposable
{
    private readonly HttpClient http = SafeHttp.Create(options);

    /// <inheritdoc/>
    public string Target => OutboxTargets.Http;

    /// <inheritdoc/>
    public async Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        var call = JsonSerializer.Deserialize<CallOut>(message.Payload, catalog.Options) ?? throw new JsonException("The call's row is empty.");
        var answer = storage.Nature == DatabaseNature.Production
            ? await CallAsync(call, message.Attempts + 1 >= options.Attempts, cancellationToken)
            : new JsonObject { ["statusCode"] = 200, ["body"] = null, ["simulated"] = true };
        var resume = new ResumePlan(call.Bookmark, answer);
        await runtime.SendAsync(new Envelope(DerivedId.From("http-answer", message.Id), ActorId.Parse(message.Source), resume, Origin.System), cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<JsonObject> CallAsync(CallOut call, bool last, CancellationToken cancellationToken)
    {
        var url = (string?)call.Request["url"];
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            return Refused($"'{url}' is no address that can be called: it must begin with https:// or http:// and hold no password.");
        }

        if (!options.Allows(address))
        {
            return Refused($"Workflows may not call {address.Host}. Whoever runs the installation names allowed hosts in Outgoing:AllowedHosts.");
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Timeout);
        try
        {
            using var request = Request(call, address);
            using var response = await http.SendAsync(request, deadline.Token);
            return await AnswerAsync(response, deadline.Token);
        }
        catch (HttpRequestException e) when (e.InnerException is AddressRefusedException refused)
        {
            return Refused(refused.Message);
        }
        catch (Exception e) when (last && !cancellationToken.IsCancellationRequested && e is HttpRequestException or OperationCanceledException or IOException)
        {
            LogFailed(log, call.Key, address.Host, e.GetType().Name);
            return new JsonObject { ["failure"] = e is OperationCanceledException ? "timeout" : "failed", ["message"] = e is OperationCanceledException ? "It took too long." : e.Message };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{address.Host} did not answer within {options.Timeout.TotalSeconds} s.");
        }
    }

    private static HttpRequestMessage Request(CallOut call, Uri address)
    {
        var request = new HttpRequestMessage(new HttpMethod(((string?)call.Request["method"] ?? "GET").ToUpperInvariant()), address);
        if (call.Request["content"] is { } content)
        {
            var text = content is JsonValue value && value.TryGetValue<string>(out var plain) ? plain : content.ToJsonString();
            var type = (string?)call.Request["contentType"] ?? (content is JsonValue ? "text/plain" : "application/json");
            request.Content = new StringContent(text, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(type, out var parsed) ? parsed : new MediaTypeHeaderValue("application/json");
        }

        if ((string?)call.Request["authorization"] is { Length: > 0 } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        foreach (var (name, value) in call.Request["headers"] as JsonObject ?? [])
        {
            var text = value is JsonArray list ? string.Join(", ", list) : value?.ToString() ?? "";
            if (!request.Headers.TryAddWithoutValidation(name, text))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, text);
            }
        }

        request.Headers.TryAddWithoutValidation("Idempotency-Key", call.Key);
        return request;
    }

    private static async Task<JsonObject> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var headers = new JsonObject();
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(h => !h.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)))
        {
            headers[name] = string.Join(", ", values);
        }

        return new JsonObject { ["statusCode"] = (int)response.StatusCode, ["body"] = body, ["headers"] = headers };
    }

    private static JsonObject Refused(string message) => new() { ["failure"] = "refused", ["message"] = message };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {Key} to {Host} failed for good: {Error}.")]
    private static partial void LogFailed(ILogger logger, string key, string host, string error);
}
