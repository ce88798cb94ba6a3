using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Features.Rehearsals.Demo;
using StartupOrchestrator.Server.Features.Session;
using StartupOrchestrator.Server.Hosting.Web;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.SetUp;

/// <summary>
/// The first person of an installation: possible once, and only from the machine itself (a proxy that forwards counts as
/// elsewhere). Afterwards people are added by administrators.
/// </summary>
internal static class SetUpEndpoint
{
    /// <summary>Maps <c>POST /set-up</c>.</summary>
    public static void MapSetUp(this IEndpointRouteBuilder api) => api.MapPost("/set-up", SetUpAsync)
        .OpenBecause("makes the first administrator; only from this machine and only while there is none").RequireRateLimiting(RateLimits.SignIn)
        .WithTags("session").WithName("set-up").WithSummary("Makes the first administrator, who may then add others");

    private static async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> SetUpAsync(
        SetUpRequest request, HttpContext http, AccountDirectory accounts, FirstAdministrator people, DemoSeat demo, SessionReader sessions)
    {
        if (!IsFromHere(http))
        {
            return Problems.Of(new Refusal(RefusalKind.Forbidden, "set-up.not-local", "The first administrator is made at the machine itself. Open the page there under http://127.0.0.1."));
        }

        if (!await accounts.NeedsSetUpAsync(http.RequestAborted))
        {
            return Problems.Of(new Refusal(RefusalKind.NotAllowed, "set-up.done", "The installation is set up already. Sign in, or ask your administrator for an account."));
        }

        if (string.IsNullOrWhiteSpace(request.Name))
        {
            return Problems.Invalid("name", "Give your name: it stands in every record of what you do.");
        }

        if (EmailAddress.Parse(request.Email) is not { } email)
        {
            return Problems.Invalid("email", "This is not an e-mail address.");
        }

        if (Passwords.Mistake(request.Password, email) is { } mistake)
        {
            return Problems.Invalid("password", mistake);
        }

        const string key = AccountDirectory.FirstKey;
        if (await people.MakeFirstAsync(request.Name, email, request.Password, http.RequestAborted) is { } refusal)
        {
            return Problems.Of(refusal);
        }

        await demo.TakeAsync(http.RequestAborted);
        var account = (await accounts.FindAsync(key, http.RequestAborted))!;
        await SessionCookie.OpenAsync(http, account);
        return TypedResults.Ok(await sessions.ReadAsync(account, http.RequestAborted));
    }

    private static bool IsFromHere(HttpContext http) =>
        (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}

/// <summary>The first administrator.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">E-mail address; signs in with it.</param>
/// <param name="Password">At least 12 characters.</param>
public sealed record SetUpRequest(string Name, string Email, string Password);
