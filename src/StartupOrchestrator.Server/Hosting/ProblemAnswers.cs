using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>What goes wrong becomes a problem (RFC 9457) that says whether anything was done, and never shows inner workings.</summary>
internal static class ProblemAnswers
{
    /// <summary>Adds the handlers, before everything that may fail.</summary>
    public static void UseProblemAnswers(this WebApplication app)
    {
        // What a caller wrote wrongly is the caller's to mend: no stack trace in our log.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync, SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException || (context.Exception is ArgumentException twice && IsDuplicate(twice)) });
        app.UseStatusCodePages(async context =>
        {
            if (context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && DetailOf(context.HttpContext.Response.StatusCode) is { } detail)
            {
                await Problems.Tell(detail, context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext);
            }
        });
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var (status, title, detail) = Of(http.Features.Get<IExceptionHandlerFeature>()?.Error);
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "2";
        }

        // What was said of the answer before it failed is gone with its other headers.
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            ReaderLanguage.Announce(http);
        }

        await Problems.Tell(detail, status, title).ExecuteAsync(http);
    }

    private static (int Status, string Title, string Detail) Of(Exception? error) => error switch
    {
        RuntimeBusyException => (503, "Busy", StorageTrouble.Explain(error) ?? "The server cannot take this now; nothing was changed. Try again in a moment."),
        OutcomeUnknownException => (503, "Outcome unknown", "The connection to the database broke; whether this took effect is not known. Send it again as it is: it takes effect once. Programs repeat the Idempotency-Key."),
        not null when error is not BadHttpRequestException && StorageTrouble.Explain(error) is { } trouble => (503, "The database or its disk", trouble),
        BadHttpRequestException { InnerException: JsonException json } bad => (bad.StatusCode, "The request cannot be read",
            string.Create(CultureInfo.InvariantCulture, $"The JSON is broken at line {json.LineNumber + 1}, position {json.BytePositionInLine + 1}. Mend it and send it again; nothing was changed.")),
        ArgumentException twice when IsDuplicate(twice) => (400, "The request cannot be read", "A field is written twice in the JSON. Write it once and send it again; nothing was changed."),
        BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read", $"{bad.Message} Nothing was changed."),
        _ => (500, "Something went wrong", "The server made a mistake; it is in its log. Reload to see what holds now, and try again."),
    };

    // The reader of JSON objects reports a field that stands there twice as a mistake of its own dictionary.
    private static bool IsDuplicate(ArgumentException e) => e.StackTrace?.Contains("System.Text.Json", StringComparison.Ordinal) == true;

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
