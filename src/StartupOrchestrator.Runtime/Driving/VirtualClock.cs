using NodaTime;

namespace StartupOrchestrator.Runtime.Driving;

/// <summary>A clock that stands still until it is moved. For dry runs and tests.</summary>
public sealed class VirtualClock(Instant start) : TimeProvider
{
    private readonly Lock sync = new();
    private readonly List<VirtualTimer> timers = [];
    private Instant now = start;

    /// <summary>What it shows.</summary>
    public Instant Now
    {
        get
        {
            lock (sync)
            {
                return now;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    /// <inheritdoc/>
    public override long GetTimestamp() => Now.ToUnixTimeTicks();

    /// <summary>Moves on; never back. Whoever waits for a moment in between is woken.</summary>
    public void AdvanceTo(Instant moment)
    {
        VirtualTimer[] due;
        lock (sync)
        {
            now = Instant.Max(now, moment);
            due = [.. timers.Where(t => t.Due <= now).OrderBy(t => t.Due)];
        }

        foreach (var timer in due)
        {
            timer.Fire(Now);
        }
    }

    /// <summary>Moves on by a duration.</summary>
    public void Advance(Duration duration) => AdvanceTo(Now + duration);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class VirtualTimer(VirtualClock clock, Action callback) : ITimer
    {
        private TimeSpan period;

        public Instant Due { get; private set; } = Instant.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.sync)
            {
                this.period = period;
                clock.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.now + Duration.FromTimeSpan(dueTime);
                    clock.timers.Add(this);
                }
            }

            if (dueTime == TimeSpan.Zero)
            {
                Fire(clock.Now);
            }

            return true;
        }

        public void Fire(Instant now)
        {
            lock (clock.sync)
            {
                clock.timers.Remove(this);
                if (period > TimeSpan.Zero)
                {
                    Due = now + Duration.FromTimeSpan(period);
                    clock.timers.Add(this);
                }
            }

            callback();
        }

        public void Dispose()
        {
            lock (clock.sync)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
