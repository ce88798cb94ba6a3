using System.Net;
using StartupOrchestrator.Server.Access;
using Microsoft.Extensions.FileProviders;

namespace StartupOrchestrator.Server.Hosting.Web;

/// <summary>Serves the built web app: hashed files for ever, the page itself with this answer's nonce in it.</summary>
internal static class SinglePageApp
{
    private const string NoncePlace = "</head>";

    /// <summary>Serves the files under <c>wwwroot</c>; what Vite hashed may be kept for ever.</summary>
    public static void UseWebFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file =>
        {
            var path = file.Context.Request.Path;
            file.Context.Response.Headers.CacheControl = path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        },
    });

    /// <summary>Answers every page address with the app; unknown addresses under <c>/api</c> stay 404.</summary>
    public static void MapWebApp(this WebApplication app)
    {
        app.Map("/api/{**rest}", (HttpContext http) => Http.Problems.NotFound($"address ({http.Request.Path})"))
            .OpenBecause("tells nothing but that the address does not exist").ExcludeFromDescription();
        // Keys of sites have dots: an address is not a file because its last part looks like one.
        app.MapFallback("{*path}", async http =>
        {
            if ((!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) || http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            var page = app.Environment.WebRootFileProvider.GetFileInfo("index.html");
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.CacheControl = "no-cache";
            await http.Response.WriteAsync(page.Exists ? await WithNonceAsync(page, SecurityHeaders.NonceOf(http), http.RequestAborted) : Missing, http.RequestAborted);
        }).OpenBecause("the app's page is the same for everybody; data comes from the API").ExcludeFromDescription();
    }

    private const string Missing =
        "<!doctype html><html lang=\"en\"><head><title>StartupOrchestrator</title></head><body><h1>The web app is not part of this build</h1>"
        + "<p>The server is running; the API answers under /api/v1. Build without SkipWeb to have the pages.</p></body></html>";

    private static async Task<string> WithNonceAsync(IFileInfo page, string nonce, CancellationToken cancellationToken)
    {
        await using var stream = page.CreateReadStream();
        using var reader = new StreamReader(stream);
        var html = await reader.ReadToEndAsync(cancellationToken);
        var encoded = WebUtility.HtmlEncode(nonce);
        const string placeholder = "<meta name=\"csp-nonce\" content=\"\"";
        return html.Contains(placeholder, StringComparison.Ordinal)
            ? html.Replace(placeholder, $"<meta name=\"csp-nonce\" content=\"{encoded}\"", StringComparison.Ordinal)
            : html.Replace(NoncePlace, $"<meta name=\"csp-nonce\" content=\"{encoded}\">{NoncePlace}", StringComparison.Ordinal);
    }
}
