using NodaTime;

namespace StartupOrchestrator.Runtime.Storage;

/// <summary>
/// Counts that all processes of an installation share for a short while, for example attempts to sign in from one address:
/// a second process must not double what is allowed. They are no records; a crash of the database may forget them.
/// </summary>
public interface ISharedCounts
{
    /// <summary>Counts one more.</summary>
    /// <param name="key">What is counted.</param>
    /// <param name="now">The moment (UTC).</param>
    /// <param name="window">How long one counts; it slides in steps of a sixth.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How many there were within the window, this one included.</returns>
    Task<long> AddAsync(string key, Instant now, Duration window, CancellationToken cancellationToken);
}
