using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>Programs sign in by <c>Authorization: Bearer so_…</c>; the token has the rights of its person, no more.</summary>
public static class BearerTokens
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "Token";

    /// <summary>Adds the scheme.</summary>
    public static AuthenticationBuilder AddBearerTokens(this AuthenticationBuilder authentication) =>
        authentication.AddScheme<AuthenticationSchemeOptions, BearerTokenHandler>(Scheme, null);
}

/// <summary>Checks the header against the hashes of the person's tokens.</summary>
internal sealed class BearerTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountDirectory accounts) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (!SecretToken.TryParse(header[Prefix.Length..].Trim(), out var token)
            || await accounts.FindAsync(token.Person, Context.RequestAborted) is not { IsOpen: true } account
            || !account.Accepts(token))
        {
            return AuthenticateResult.Fail("The token is not known, has expired or was taken back.");
        }

        var identity = new ClaimsIdentity([new Claim(SessionCookie.PersonClaim, account.Key)], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
