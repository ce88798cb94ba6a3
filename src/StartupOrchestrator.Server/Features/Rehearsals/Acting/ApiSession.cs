using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Server.Features.Rehearsals.Acting;

/// <summary>One person at the REST API of the rehearsal, with a token as programs have one; every request has a name of its own, given or by its order.</summary>
internal sealed class ApiSession : IDisposable
{
    private const int MaximumTries = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient http;
    private readonly string name;
    private int requests;

    private readonly ActLedger? ledger;

    public ApiSession(Uri server, string name, string? token, ActLedger? ledger = null)
    {
        this.ledger = ledger;
        this.name = name;
        http = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = new Uri(server, "/api/v1/"), Timeout = TimeSpan.FromMinutes(2) };
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public async Task<ApiAnswer> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await ApiAnswer.ReadAsync(response, cancellationToken);
    }

    public Task<ApiAnswer> PostAsync(string path, JsonNode? body, CancellationToken cancellationToken, string? key = null) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body ?? new JsonObject()), cancellationToken, key);

    public Task<ApiAnswer> PutAsync(string path, JsonNode body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, path, JsonContent.Create(body), cancellationToken);

    public async Task<ApiAnswer> UploadAsync(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { part, "file", fileName } };
        return await SendAsync(HttpMethod.Post, "files", form, cancellationToken);
    }

    /// <summary>Signs in as people do, and makes a token for the work that follows.</summary>
    public static async Task<string> SignInAsync(Uri server, string email, string password, CancellationToken cancellationToken)
    {
        using var browser = new ApiSession(server, email, null);
        await browser.FetchAntiforgeryAsync(cancellationToken);
        (await browser.PostAsync("session", new JsonObject { ["email"] = email, ["password"] = password }, cancellationToken)).Require("sign in");
        await browser.FetchAntiforgeryAsync(cancellationToken);
        var token = await browser.PostAsync("session/tokens", new JsonObject { ["label"] = "dry run", ["days"] = 366 }, cancellationToken);
        return token.Require("make a token")["token"]!.GetValue<string>();
    }

    /// <summary>Goes on with another token.</summary>
    public void Renew(string token) => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public void Dispose() => http.Dispose();

    private async Task FetchAntiforgeryAsync(CancellationToken cancellationToken)
    {
        var answer = (await GetAsync("antiforgery", cancellationToken)).Require("fetch the anti-forgery token");
        http.DefaultRequestHeaders.Remove("X-Antiforgery");
        http.DefaultRequestHeaders.Add("X-Antiforgery", answer["token"]!.GetValue<string>());
    }

    private async Task<ApiAnswer> SendAsync(HttpMethod method, string path, HttpContent content, CancellationToken cancellationToken, string? given = null)
    {
        var key = given ?? $"rehearsal-{name}-{Interlocked.Increment(ref requests)}";
        await content.LoadIntoBufferAsync(cancellationToken);
        for (var tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            request.Headers.Add("Idempotency-Key", key);
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || tries >= MaximumTries)
            {
                var answer = await ApiAnswer.ReadAsync(response, cancellationToken);
                if (answer.Done)
                {
                    ledger?.Acknowledged(answer.Body);
                }

                return answer;
            }

            // A busy disk: the same request again, as any client should; virtual time does not move meanwhile.
            await Task.Delay(Pause, cancellationToken);
        }
    }
}

/// <summary>What the API answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body; null when empty.</param>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonNode? Body)
{
    /// <summary>It took effect.</summary>
    public bool Done => (int)Status is >= 200 and < 300;

    /// <summary>Why not, in the API's words.</summary>
    public string Reason => (Body?["detail"]?.GetValue<string>() ?? Body?["title"]?.GetValue<string>() ?? $"{(int)Status}") + Unmet;

    private string Unmet => Body?["unmet"] is JsonArray { Count: > 0 } unmet ? $" ({string.Join("; ", unmet.Select(u => u?["condition"]))})" : "";

    /// <summary>The body of an answer without which the rehearsal cannot go on.</summary>
    /// <exception cref="RehearsalException">It was refused.</exception>
    public JsonNode Require(string what) => Done ? Body ?? new JsonObject() : throw new RehearsalException($"Could not {what}: {Reason}");

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0;
        return new ApiAnswer(response.StatusCode, json ? JsonNode.Parse(text) : null);
    }
}
