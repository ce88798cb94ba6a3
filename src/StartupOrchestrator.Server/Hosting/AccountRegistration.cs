using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Features.Rehearsals.Demo;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Registers sessions, tokens and anti-forgery.</summary>
internal static class AccountRegistration
{
    private const string Either = "SessionOrToken";

    /// <summary>Adds accounts; a request with an <c>Authorization</c> header is judged by its token alone.</summary>
    /// <param name="services">The services.</param>
    /// <param name="secure">All addresses are https: cookies bear the <c>__Host-</c> prefix.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, bool secure)
    {
        services.AddSingleton<Passwords>();
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<NewAccounts>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<DemoSeat>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<LocalOperatorAccount>();
        services.AddHostedService<LocalOperator>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = http => http.Request.Headers.Authorization.Count > 0 ? BearerTokens.Scheme : SessionCookie.Scheme)
            .AddSessionCookie(secure)
            .AddBearerTokens();
        services.AddAntiforgery(o =>
        {
            o.HeaderName = AntiforgeryGate.Header;
            o.FormFieldName = "__antiforgery";
            o.Cookie.Name = secure ? "__Host-antiforgery" : "antiforgery";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.HttpOnly = true;
            o.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Cookie.Path = "/";
            o.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }
}
