using System.Threading.RateLimiting;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting.Web;

/// <summary>How often one address may try what is worth guessing.</summary>
internal static class RateLimits
{
    /// <summary>Sign-in, set-up and the making of tokens: 120 a minute from one address: an office behind one address signs in at nine. Guessing one account is stopped by its lock-out, long before.</summary>
    public const string SignIn = "sign-in";

    private const int Permits = 120;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Adds the limits.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, cancellation) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            await Problems.Tell("Too many attempts from this address. Wait a minute and try again; nothing was lost.",
                StatusCodes.Status429TooManyRequests, "Too many attempts").ExecuteAsync(context.HttpContext);
        };
        options.AddPolicy(SignIn, http => RateLimitPartition.Get(http.Connection.RemoteIpAddress?.ToString() ?? "in process", address => Limiter(http.RequestServices, address)));
    });

    private static RateLimiter Limiter(IServiceProvider services, string address) => services.GetRequiredService<IStorage>().Counts is { } counts
        ? new SharedLimiter(counts, SignIn, address, Permits, Duration.FromTimeSpan(Window), services.GetRequiredService<TimeProvider>())
        : new SlidingWindowRateLimiter(new SlidingWindowRateLimiterOptions { PermitLimit = Permits, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 });
}
