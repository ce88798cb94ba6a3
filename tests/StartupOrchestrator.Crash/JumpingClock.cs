namespace StartupOrchestrator.Crash;

/// <summary>The machine's clock, set wrong again and again: up to an hour ahead or behind, another step every few hundred milliseconds.</summary>
internal sealed class JumpingClock(int seed) : TimeProvider
{
    private readonly Random random = new(seed);
    private readonly Lock sync = new();
    private long next = System.GetTimestamp();
    private TimeSpan offset;

    public override DateTimeOffset GetUtcNow()
    {
        lock (sync)
        {
            if (System.GetTimestamp() > next)
            {
                next = System.GetTimestamp() + (random.Next(100, 600) * System.TimestampFrequency / 1000);
                offset = TimeSpan.FromSeconds(random.Next(5) switch { 0 => 0, 1 => -3600, 2 => 3600, _ => random.Next(-3600, 3600) });
            }

            return System.GetUtcNow() + offset;
        }
    }
}
