using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Server.Features.Webhooks;

/// <summary>
/// <c>/workflows/…</c>: calls of other systems to workflows. Each bears a personal token or a signature; what is neither is
/// refused before anything is looked up. Cookies do not count here, so no foreign page can make a browser call.
/// </summary>
internal static class WebhookEndpoint
{
    /// <summary>What a plan keeps becomes part of journal entries, which nest only so deep; a deeper body is given as text.</summary>
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = Limits.KeptDepth };

    private const int LongestBody = 256 * 1024;
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] Hidden = ["Authorization", "Cookie", WebhookOptions.SignatureHeader, "X-Antiforgery"];

    /// <summary>Maps the address.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/workflows/{**path}", Methods, AnswerAsync)
            .OpenBecause("other systems call here without an account; every call bears a signature or a personal token, checked before anything else")
            .ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(string? path, HttpContext http, CallerAccessor callers, WebhookOptions options, WebhookDesk desk, TimeProvider time)
    {
        if (await ReadAsync(http) is not { } body)
        {
            return Problems.Tell($"A call has at most {LongestBody / 1024} KB.", StatusCodes.Status413PayloadTooLarge, "Too large");
        }

        var caller = http.Request.Headers.Authorization.Count > 0 ? await callers.CurrentAsync() : null;
        if (caller?.HasSomewhere(Right.UnblockPlans) != true && !options.IsSigned(http.Request, body, time.GetUtcNow()))
        {
            return Problems.Tell(
                $"Sign the call ({WebhookOptions.TimestampHeader}, {WebhookOptions.SignatureHeader}) with the secret of this installation, or send the personal token of somebody who works with plans.",
                StatusCodes.Status401Unauthorized, "Neither signed nor signed in");
        }

        var correlation = (string?)http.Request.Query["correlationId"];
        var takers = (await desk.FindAsync((path ?? "").Trim('/'), http.Request.Method, correlation, http.RequestAborted)).Where(t => !t.Authorize || caller is not null).ToList();
        return takers.Count == 0 ? Problems.NotFound("workflow that waits for this call") : await GiveAsync(http, takers, IdOf(http, caller), caller, correlation, Describe(http, body), desk);
    }

    private static async Task<IResult> GiveAsync(HttpContext http, List<WebhookTaker> takers, string id, Caller? caller, string? correlation, JsonObject request, WebhookDesk desk)
    {
        JsonObject? response = null;
        Refusal? refusal = null;
        foreach (var taker in takers)
        {
            switch (await desk.GiveAsync(taker, id, caller?.Person.ToString() ?? Origin.SystemActor, correlation, request, http.RequestAborted))
            {
                case CommandResult.Done done:
                    response ??= done.Answer?["response"] as JsonObject ?? [];
                    break;
                case CommandResult.Refused refused:
                    refusal = refused.Refusal;
                    break;
            }
        }

        return response is null ? Problems.Of(refusal!) : Respond(http, response);
    }

    private static IResult Respond(HttpContext http, JsonObject response)
    {
        if (response.Count == 0)
        {
            return TypedResults.StatusCode(StatusCodes.Status202Accepted);
        }

        foreach (var (name, value) in response["headers"] as JsonObject ?? [])
        {
            if (!name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                http.Response.Headers[name] = value?.ToString();
            }
        }

        var content = response["content"];
        var text = content is JsonValue plain && plain.TryGetValue<string>(out var words) ? words : content?.ToJsonString() ?? "";
        var type = (string?)response["contentType"] ?? (content is JsonObject or JsonArray ? MediaTypeNames.Application.Json : MediaTypeNames.Text.Plain);

        // A page of a workflow would run in this product's origin: it is shown as text.
        type = type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("svg", StringComparison.OrdinalIgnoreCase) || type.Contains("script", StringComparison.OrdinalIgnoreCase) ? MediaTypeNames.Text.Plain : type;
        var status = (int?)Values.Number(response["statusCode"]) ?? 200;
        return TypedResults.Content(text, type, Encoding.UTF8, status is >= 200 and <= 599 ? status : 200);
    }

    private static string IdOf(HttpContext http, Caller? caller)
    {
        string key = http.Request.Headers[IdempotencyKey.Header].ToString(), signature = http.Request.Headers[WebhookOptions.SignatureHeader].ToString();
        var who = caller?.Person.ToString() ?? "signed";
        return key.Length is > 0 and <= 200 ? DerivedId.From("webhook", who, http.Request.Path, key)
            : signature.Length > 0 ? DerivedId.From("webhook", who, signature)
            : DerivedId.From("webhook", who, Guid.NewGuid().ToString());
    }

    private static JsonObject Describe(HttpContext http, byte[] body) => new()
    {
        ["method"] = http.Request.Method,
        ["path"] = http.Request.Path.Value,
        ["query"] = new JsonObject(http.Request.Query.Select(q => KeyValuePair.Create(q.Key, (JsonNode?)q.Value.ToString()))),
        ["headers"] = new JsonObject(http.Request.Headers.Where(h => !Hidden.Contains(h.Key, StringComparer.OrdinalIgnoreCase)).Select(h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value.ToString()))),
        ["body"] = Parse(http.Request, body),
    };

    private static JsonNode? Parse(HttpRequest request, byte[] body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        try
        {
            return request.HasJsonContentType() ? JsonNode.Parse(body, documentOptions: Shallow) : JsonValue.Create(Encoding.UTF8.GetString(body));
        }
        catch (JsonException)
        {
            return JsonValue.Create(Encoding.UTF8.GetString(body));
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is > 0 and var read)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > LongestBody)
            {
                return null;
            }
        }

        return copy.ToArray();
    }
}
