namespace StartupOrchestrator.Server.Tests.Harness;

/// <summary>A clock that runs like the machine's and can be moved ahead.</summary>
public sealed class FakeClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    /// <summary>A clock that shows this moment now and runs on from there.</summary>
    public static FakeClock At(NodaTime.Instant now) => new() { ahead = now.ToDateTimeOffset() - DateTimeOffset.UtcNow };

    public void Advance(TimeSpan by) => ahead += by;
}
