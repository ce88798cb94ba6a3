using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Cli.Connection;

/// <summary>Talks to the product's REST API, as any other program would.</summary>
internal sealed class ApiClient(HttpClient http, IAsyncDisposable? host) : IAsyncDisposable
{
    public static ApiClient Create(Uri server, string? token, IAsyncDisposable? host = null)
    {
        var http = new HttpClient { BaseAddress = new Uri(server, "/api/v1/"), Timeout = TimeSpan.FromMinutes(10) };
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return new ApiClient(http, host);
    }

    public Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    public Task<JsonNode?> PostAsync(string path, JsonNode? body, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent((body ?? new JsonObject()).ToJsonString(), Encoding.UTF8, "application/json") }, cancellationToken);

    public Task<JsonNode?> UploadAsync(string path, Stream content, string mediaType, CancellationToken cancellationToken)
    {
        var body = new StreamContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = body }, cancellationToken);
    }

    /// <summary>Writes an answer into a file, whole or not at all.</summary>
    public async Task<long> DownloadAsync(string path, string file, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new UserErrorException(Explain(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken)));
        }

        var temporary = file + ".part";
        await using (var target = File.Create(temporary))
        {
            await response.Content.CopyToAsync(target, cancellationToken);
        }

        File.Move(temporary, file, overwrite: true);
        return new FileInfo(file).Length;
    }

    /// <summary>All items of a paged list.</summary>
    public async Task<JsonArray> GetAllAsync(string path, CancellationToken cancellationToken)
    {
        var all = new JsonArray();
        string? cursor = null;
        do
        {
            var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await GetAsync(cursor is null ? path : $"{path}{separator}cursor={Uri.EscapeDataString(cursor)}", cancellationToken);
            foreach (var item in page?["items"]?.AsArray() ?? [])
            {
                all.Add(item?.DeepClone());
            }

            cursor = page?["next"]?.GetValue<string>();
        }
        while (cursor is not null);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    private async Task<JsonNode?> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var message = request;
        using var response = await http.SendAsync(message, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new UserErrorException(Explain(response.StatusCode, text));
        }

        return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionReader.MaxDepth + 8 });
    }

    private static string Explain(HttpStatusCode status, string text)
    {
        if (status == HttpStatusCode.Unauthorized)
        {
            return "Not signed in: give a personal API token with --token (create one on the page 'People and access').";
        }

        try
        {
            var problem = JsonNode.Parse(text);
            return problem?["detail"]?.GetValue<string>() ?? problem?["title"]?.GetValue<string>() ?? $"The server answered {(int)status}.";
        }
        catch (JsonException)
        {
            return $"The server answered {(int)status} without a reason.";
        }
    }
}
