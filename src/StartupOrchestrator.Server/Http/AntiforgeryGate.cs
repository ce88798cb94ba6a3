using Microsoft.AspNetCore.Antiforgery;

namespace StartupOrchestrator.Server.Http;

/// <summary>
/// Whatever changes something under <c>/api</c> must bear the anti-forgery header, unless it bears a token of its own
/// (<c>Authorization: Bearer</c>), which no foreign page can make a browser send. A request with that header is judged by
/// its token alone: an expired one is refused as not signed in.
/// </summary>
internal static class AntiforgeryGate
{
    /// <summary>Header in which the page returns the token of <c>GET /api/v1/antiforgery</c>.</summary>
    public const string Header = "X-Antiforgery";

    /// <summary>Adds the check to the pipeline; it stands behind authentication.</summary>
    public static void UseAntiforgeryGate(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (NeedsToken(http) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            await Problems.Tell(
                $"The anti-forgery header {Header} is missing or belongs to another session. Fetch /api/v1/antiforgery and send the request again; nothing was changed.",
                StatusCodes.Status400BadRequest, "Anti-forgery check failed", "urn:startup-orchestrator:antiforgery").ExecuteAsync(http);
            return;
        }

        await next(http);
    });

    private static bool NeedsToken(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method))
        && http.Request.Headers.Authorization.Count == 0;
}
