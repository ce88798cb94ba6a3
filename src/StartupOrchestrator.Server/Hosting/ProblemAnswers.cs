using Microsoft.AspNetCore.Diagnostics;
using StartupOrchestrator.Runtime;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>What goes wrong becomes a problem (RFC 9457) that says whether anything was done, and never shows inner workings.</summary>
internal static class ProblemAnswers
{
    /// <summary>Adds the handlers, before everything that may fail.</summary>
    public static void UseProblemAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(handler => handler.Run(async http =>
        {
            var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
            var (status, title, detail) = Of(error);
            if (status == StatusCodes.Status503ServiceUnavailable)
            {
                http.Response.Headers.RetryAfter = "2";
            }

            await TypedResults.Problem(detail, statusCode: status, title: title).ExecuteAsync(http);
        }));
        app.UseStatusCodePages(async context =>
        {
            if (context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && DetailOf(context.HttpContext.Response.StatusCode) is { } detail)
            {
                await TypedResults.Problem(detail, statusCode: context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext);
            }
        });
    }

    private static (int Status, string Title, string Detail) Of(Exception? error) => error switch
    {
        RuntimeBusyException => (503, "Busy", StorageTrouble.Explain(error) ?? "The server cannot take this now; nothing was changed. Try again in a moment."),
        OutcomeUnknownException => (503, "Outcome unknown", "The connection to the database broke; whether this took effect is not known. Send the same request with the same Idempotency-Key again: it takes effect once."),
        not null when error is not BadHttpRequestException && StorageTrouble.Explain(error) is { } trouble => (503, "The database or its disk", trouble),
        BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read", $"{bad.Message} Nothing was changed."),
        _ => (500, "Something went wrong", "The server made a mistake; it is in its log. Reload to see what holds now, and try again."),
    };

    private static string? DetailOf(int status) => status switch
    {
        401 => "You are not signed in, or the session has ended. Sign in and try again; nothing was changed.",
        403 => "Your roles do not allow this. Ask your administrator for a role that does.",
        404 => "There is no such address or record, or it is outside your area.",
        405 => "This address does not take that method.",
        413 => "The request is too large.",
        415 => "Send JSON (Content-Type: application/json).",
        _ => null,
    };
}
