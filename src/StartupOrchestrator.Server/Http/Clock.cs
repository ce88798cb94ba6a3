using NodaTime;

namespace StartupOrchestrator.Server.Http;

/// <summary>The clock in the domain's terms.</summary>
public static class Clock
{
    /// <summary>Today by the UTC calendar.</summary>
    public static LocalDate Today(this TimeProvider time) => LocalDate.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Now as an instant.</summary>
    public static Instant Now(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
