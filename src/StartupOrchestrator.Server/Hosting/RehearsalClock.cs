using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Runtime.Driving;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>
/// The clock of a finished dry run: its records reach into days that have not come yet. Whoever looks at it stands at its
/// last moment until the real time has caught up.
/// </summary>
internal static class RehearsalClock
{
    internal const string FileName = "clock.txt";

    /// <summary>The kept moment; null when there is none.</summary>
    public static Instant? Kept(string folder) =>
        File.Exists(Path.Combine(folder, FileName)) && InstantPattern.ExtendedIso.Parse(File.ReadAllText(Path.Combine(folder, FileName)).Trim()) is { Success: true } kept ? kept.Value : null;

    /// <summary>Keeps the last moment of a dry run.</summary>
    public static void Keep(string folder, Instant last) => File.WriteAllText(Path.Combine(folder, FileName), InstantPattern.ExtendedIso.Format(last));

    /// <summary>Uses the kept moment where it lies ahead of the real time.</summary>
    public static ProductOptions Apply(ProductOptions options)
    {
        if (options.InMemory || options.Time != TimeProvider.System)
        {
            return options;
        }

        return Kept(options.DataPath) is { } kept && kept > Instant.FromDateTimeOffset(options.Time.GetUtcNow()) ? options with { Time = new VirtualClock(kept) } : options;
    }
}
