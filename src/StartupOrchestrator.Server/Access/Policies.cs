using Microsoft.AspNetCore.Authorization;

namespace StartupOrchestrator.Server.Access;

/// <summary>Every endpoint says who may call it by one of these; the fallback policy denies what says nothing.</summary>
internal static class Policies
{
    /// <summary>Anybody with a valid session or token.</summary>
    public const string SignedIn = "signed-in";


    /// <summary>Name of the policy that asks for a right.</summary>
    public static string Of(Right right) => $"right:{right}";

    /// <summary>Adds the policies: one a right, <see cref="SignedIn"/>, and denial as the fallback.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CallerAccessor>();
        services.AddScoped<IAuthorizationHandler, RightHandler>();
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(static _ => false).Build())
            .AddPolicy(SignedIn, p => p.RequireAuthenticatedUser());
        foreach (var right in Enum.GetValues<Right>())
        {
            authorization.AddPolicy(Of(right), p => p.RequireAuthenticatedUser().AddRequirements(new RightRequirement(right)));
        }

        return services;
    }

    /// <summary>Callers need the right somewhere.</summary>
    public static TBuilder RequireRight<TBuilder>(this TBuilder endpoints, Right right)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(Of(right));

    /// <summary>Callers need a session or a token, no particular right.</summary>
    public static TBuilder RequireSignedIn<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(SignedIn);

    /// <summary>Open to everybody, for a stated reason: the only way past the fallback policy.</summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="reason">Why nobody needs to be signed in, and what protects the endpoint instead.</param>
    public static TBuilder OpenBecause<TBuilder>(this TBuilder endpoints, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new OpenToAll(reason));
}

/// <summary>Marks an endpoint that needs no session.</summary>
/// <param name="Reason">Why, and what protects it instead.</param>
public sealed record OpenToAll(string Reason) : IAllowAnonymous;
