using StartupOrchestrator.Orleans.Tests.Clusters;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Orleans.Tests;

public sealed class UnknownOutcomeTests
{
    [Fact]
    public async Task Owner_that_does_not_answer_in_time_is_not_taken_for_a_failure_and_nothing_happens_twice()
    {
        var slow = 0;
        await using var silos = await ThreeSilos.StartAsync(
            s => s with { RequestTimeout = TimeSpan.FromSeconds(1) },
            s => new SlowStorage(s, () => Interlocked.Exchange(ref slow, 0) == 1 ? TimeSpan.FromSeconds(4) : TimeSpan.Zero));
        await silos.SendAsync(Probe("a"), new Add(1));
        Volatile.Write(ref slow, 1);

        var answer = Assert.IsType<CommandResult.Done>(await silos.SendAsync(Probe("a"), new Add(10), "late", from: 1));
        Assert.Equal("11", answer.Answer!.ToString());
        Assert.Equal("11", Assert.IsType<CommandResult.Done>(await silos.SendAsync(Probe("a"), new Add(10), "late", from: 2)).Answer!.ToString());
        await ThreeSilos.EventuallyAsync(async () => (await silos.SendAsync(Probe("a"), new Add(0))).Version > 0);
        Assert.Equal(11, (await silos.StateAsync(Probe("a"))).Total);
    }

    /// <summary>Commits, and only then takes its time to say so.</summary>
    private sealed class SlowStorage(IStorage inner, Func<TimeSpan> delay) : StorageBetween(inner)
    {
        public override async Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken)
        {
            var outcomes = await base.CommitAsync(steps, cancellationToken);
            await Task.Delay(delay(), TimeProvider.System, cancellationToken);
            return outcomes;
        }
    }
}
