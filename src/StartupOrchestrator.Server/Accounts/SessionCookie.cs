using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>The browser's session: who, and which password it was opened with. It ends when the password changes or the account closes.</summary>
public static class SessionCookie
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "Session";

    /// <summary>Claim that holds the person's key.</summary>
    public const string PersonClaim = ClaimTypes.NameIdentifier;

    private const string StampClaim = "stamp";

    /// <summary>Adds the cookie; it bears the <c>__Host-</c> prefix wherever the connection is secure.</summary>
    public static AuthenticationBuilder AddSessionCookie(this AuthenticationBuilder authentication, bool secure) => authentication.AddCookie(Scheme, options =>
    {
        options.Cookie.Name = secure ? "__Host-session" : "session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.Events = new CookieAuthenticationEvents
        {
            OnRedirectToLogin = c => Refuse(c.Response, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = c => Refuse(c.Response, StatusCodes.Status403Forbidden),
            OnValidatePrincipal = ValidateAsync,
        };
    });

    /// <summary>Opens a session for an account.</summary>
    public static Task OpenAsync(HttpContext http, Account account)
    {
        var identity = new ClaimsIdentity([new Claim(PersonClaim, account.Key), new Claim(StampClaim, account.Stamp)], Scheme);
        return http.SignInAsync(Scheme, http.User = new ClaimsPrincipal(identity));
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var key = context.Principal?.FindFirstValue(PersonClaim);
        var accounts = context.HttpContext.RequestServices.GetRequiredService<AccountDirectory>();
        var account = key is null ? null : await accounts.FindAsync(key, context.HttpContext.RequestAborted);
        if (account is not { IsOpen: true } || account.Stamp != context.Principal!.FindFirstValue(StampClaim))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }

    private static Task Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
