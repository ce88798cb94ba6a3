using NodaTime;

namespace StartupOrchestrator.Runtime.Relays;

/// <summary>How long to wait after failed attempts: 1 s, doubled each time, five minutes at most.</summary>
internal static class Backoff
{
    public static Duration After(int attempts) => Duration.FromSeconds(Math.Min(300, 1 << Math.Min(attempts, 9)));
}
