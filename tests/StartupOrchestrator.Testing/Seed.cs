using System.Globalization;

namespace StartupOrchestrator.Testing;

/// <summary>The seed of a random test: printed, and given again with <c>SEED</c>.</summary>
public static class Seed
{
    /// <summary>The given seed, or a new one; said to the test's output.</summary>
    public static int Take(Action<string>? say)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        say?.Invoke($"seed {seed}");
        return seed;
    }
}
