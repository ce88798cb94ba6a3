using System.Globalization;
using Xunit;

namespace StartupOrchestrator.Testing;

/// <summary>
/// The long form of the tests (<c>STARTUP_LONG=1</c>): hundreds of faults and thousands of commands where a usual run
/// has time for a few. <c>STARTUP_SHARE=0.2</c> plays a fifth of it.
/// </summary>
public static class LongForm
{
    public static bool On { get; } = Environment.GetEnvironmentVariable("STARTUP_LONG") == "1";

    private static double Share { get; } =
        double.TryParse(Environment.GetEnvironmentVariable("STARTUP_SHARE"), CultureInfo.InvariantCulture, out var share) ? share : 1;

    /// <summary>How often something is done: <paramref name="usual"/> times, or in the long form up to <paramref name="full"/>.</summary>
    public static int Count(int usual, int full) => On ? Math.Max(usual, (int)(full * Share)) : usual;

    /// <summary>Skips what takes minutes, or measures what other work on the machine would make meaningless.</summary>
    public static void Only() => Assert.SkipUnless(On, "part of the long form: set STARTUP_LONG=1 on an idle machine");
}
