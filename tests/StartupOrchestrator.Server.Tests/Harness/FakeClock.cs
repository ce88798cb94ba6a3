namespace StartupOrchestrator.Server.Tests.Harness;

/// <summary>A clock that runs like the machine's and can be moved ahead.</summary>
public sealed class FakeClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
