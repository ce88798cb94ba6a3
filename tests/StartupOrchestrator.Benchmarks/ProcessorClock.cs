namespace StartupOrchestrator.Benchmarks;

/// <summary>Counts the processor time of this process, so that figures mean "a second of one core" on a busy machine too.</summary>
internal sealed class ProcessorClock : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
