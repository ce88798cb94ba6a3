using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Hosting.Web;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Session;

/// <summary>Signing in and out, and what every page needs to know first.</summary>
internal static class SessionEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        api.MapGet("/antiforgery", (HttpContext http, IAntiforgery antiforgery) => TypedResults.Ok(new AntiforgeryToken(antiforgery.GetAndStoreTokens(http).RequestToken!)))
            .OpenBecause("hands out a token bound to the visitor's own cookie").WithTags("session").WithName("antiforgery")
            .WithSummary($"The value of the header {AntiforgeryGate.Header} for requests that change something");

        var session = api.MapGroup("/session").WithTags("session");
        session.MapGet("", async (CallerAccessor callers, SessionReader reader, CancellationToken cancellation) =>
                TypedResults.Ok(await reader.ReadAsync(await callers.CurrentAsync(), cancellation)))
            .OpenBecause("tells a visitor only the instance's name, nature and date").WithName("session").WithSummary("Who is signed in, with what rights, in which instance");

        session.MapPost("", async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> (SignInRequest request, HttpContext http, SignIn signIn, SessionReader reader) =>
            {
                if (await signIn.TryAsync(request.Email, request.Password, http.RequestAborted) is not { } account)
                {
                    return Problems.Tell(SignIn.Refusal, StatusCodes.Status401Unauthorized, "Not signed in", "urn:startup-orchestrator:sign-in");
                }

                await SessionCookie.OpenAsync(http, account);
                return TypedResults.Ok(await reader.ReadAsync(account, http.RequestAborted));
            })
            .OpenBecause("is the sign-in; protected by lockout, rate limit and anti-forgery").RequireRateLimiting(RateLimits.SignIn)
            .WithName("sign-in").WithSummary("Signs in with e-mail address and password");

        session.MapDelete("", async (HttpContext http) =>
            {
                await http.SignOutAsync(SessionCookie.Scheme);
                http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
                return TypedResults.NoContent();
            })
            .RequireSignedIn().WithName("sign-out").WithSummary("Signs out");
    }
}

/// <summary>Names the visitor's token.</summary>
/// <param name="Token">Value of the header.</param>
public sealed record AntiforgeryToken(string Token);

/// <summary>Who wants in.</summary>
/// <param name="Email">E-mail address of the account.</param>
/// <param name="Password">Its password.</param>
public sealed record SignInRequest(string Email, string Password);
