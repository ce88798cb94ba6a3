using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting.Web;

/// <summary>A limit that all processes keep together, by a count in their database.</summary>
/// <param name="counts">The counts.</param>
/// <param name="purpose">What is limited.</param>
/// <param name="of">Whose attempts are counted; only its hash is kept, for as long as it counts.</param>
/// <param name="permits">Attempts within the window.</param>
/// <param name="window">Length of the window.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedLimiter(ISharedCounts counts, string purpose, string of, int permits, Duration window, TimeProvider time) : RateLimiter
{
    private readonly string key = $"{purpose}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..32]}";
    private long used = time.GetTimestamp();

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration => time.GetElapsedTime(used);

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <inheritdoc/>
    /// <remarks>Nobody can know without asking the database; the caller then waits for it.</remarks>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Lease(false);

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        used = time.GetTimestamp();
        return new Lease(await counts.AddAsync(key, time.Now(), window, cancellationToken) <= permits);
    }

    private sealed class Lease(bool acquired) : RateLimitLease
    {
        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
