using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Hosting.Web;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Tokens;

/// <summary>Personal API tokens: made, listed and taken back by their own person only.</summary>
internal static class TokenEndpoints
{
    private const int LongestDays = 366;

    /// <summary>Maps <c>/session/tokens</c>.</summary>
    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/session/tokens").WithTags("session").RequireSignedIn();
        group.MapGet("", async (CallerAccessor callers, AccountDirectory accounts, CancellationToken cancellation) =>
            {
                var account = await accounts.FindAsync((await callers.RequireAsync()).Person.Key, cancellation);
                return TypedResults.Ok<IReadOnlyList<TokenLine>>([.. account!.State.Tokens.Select(t => new TokenLine(t.Id, t.Label, t.Created, t.Expires))]);
            })
            .WithName("list-tokens").WithSummary("The caller's own tokens, without their secrets");

        group.MapPost("", CreateAsync).RequireRateLimiting(RateLimits.SignIn).WithName("create-token").WithSummary("Makes a token; its text is in this answer only");

        group.MapDelete("/{token}", async Task<Results<NoContent, ProblemHttpResult>> (string token, CallerAccessor callers, IActorRuntime runtime, CancellationToken cancellation) =>
            {
                var caller = await callers.RequireAsync();
                var command = new Envelope(DerivedId.From("revoke", Guid.NewGuid().ToString()), caller.Person, new RevokeToken(token), new Origin(caller.Person.ToString()));
                return await runtime.SendAsync(command, cancellation) is CommandResult.Refused refused ? Problems.Of(refused.Refusal) : TypedResults.NoContent();
            })
            .WithName("revoke-token").WithSummary("Ends a token now");
    }

    private static async Task<Results<Ok<NewToken>, ProblemHttpResult>> CreateAsync(
        CreateTokenRequest request, HttpContext http, CallerAccessor callers, IActorRuntime runtime, TimeProvider time)
    {
        if (http.User.Identity?.AuthenticationType == BearerTokens.Scheme)
        {
            return Problems.Forbidden("making a token with a token; sign in for it");
        }

        if (string.IsNullOrWhiteSpace(request.Label) || request.Label.Length > 100)
        {
            return Problems.Invalid("label", "Say in 1 to 100 characters what the token is for.");
        }

        var days = request.Days ?? 90;
        if (days is < 1 or > LongestDays)
        {
            return Problems.Invalid("days", $"A token holds 1 to {LongestDays} days.");
        }

        var caller = await callers.RequireAsync();
        var (token, text) = SecretToken.Create(caller.Person.Key);
        var expires = time.Now() + Duration.FromDays(days);
        var command = new Envelope(
            DerivedId.From("token", Guid.NewGuid().ToString()), caller.Person, new CreateToken(token.Hash, request.Label.Trim(), expires), new Origin(caller.Person.ToString()));
        return await runtime.SendAsync(command, http.RequestAborted) is CommandResult.Refused refused
            ? Problems.Of(refused.Refusal)
            : TypedResults.Ok(new NewToken(text, request.Label.Trim(), expires));
    }
}

/// <summary>Asks for a token.</summary>
/// <param name="Label">What it is for; no personal values.</param>
/// <param name="Days">Days that it holds, 1 to 366; 90 when not given.</param>
public sealed record CreateTokenRequest(string Label, int? Days);

/// <summary>A token that was just made.</summary>
/// <param name="Token">Its text; keep it, it is not shown again.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Expires">When it ends (UTC).</param>
public sealed record NewToken(string Token, string Label, Instant Expires);

/// <summary>A token without its secret.</summary>
/// <param name="Id">Names it for revoking.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Created">When it was made (UTC).</param>
/// <param name="Expires">When it ends (UTC).</param>
public sealed record TokenLine(string Id, string Label, Instant Created, Instant? Expires);
