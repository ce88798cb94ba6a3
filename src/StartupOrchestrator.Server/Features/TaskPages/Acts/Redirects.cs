using Microsoft.AspNetCore.Http.HttpResults;

namespace StartupOrchestrator.Server.Features.TaskPages.Acts;

/// <summary>Sends the browser on after a post, so that reloading shows a page and posts nothing.</summary>
internal static class Redirects
{
    /// <summary>See other: the next request is a GET.</summary>
    public static StatusCodeHttpResult To(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
