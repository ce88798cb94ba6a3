using NodaTime;
using NodaTime.Text;

namespace StartupOrchestrator.Runtime.Storage;

/// <summary>The text form of instants in tables: UTC, nine decimals always, so that text order is time order.</summary>
public static class StoreTime
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffff'Z'");

    /// <summary>For example <c>2026-03-12T08:15:00.000000000Z</c>.</summary>
    public static string Format(Instant instant) => Pattern.Format(instant);

    /// <summary>Reads what <see cref="Format"/> wrote.</summary>
    public static Instant Parse(string text) => Pattern.Parse(text).Value;
}
