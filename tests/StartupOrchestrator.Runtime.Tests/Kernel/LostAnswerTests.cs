using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Memory;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Runtime.Tests.Kernel;

/// <summary>The database commits, and goes away before it says so.</summary>
public sealed class LostAnswerTests
{
    [Fact]
    public async Task Command_whose_commit_was_not_answered_is_never_called_undone_because_the_database_is_away_afterwards()
    {
        var storage = new AwayStorage(new MemoryStorage());
        await using var fixture = new RuntimeFixture(storage);
        await fixture.SendAsync(Probe("a"), new Add(1));

        storage.GoAway();
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => fixture.SendAsync(Probe("a"), new Add(10), "late"));
        storage.ComeBack();

        Assert.True(Assert.IsType<CommandResult.Done>(await fixture.SendAsync(Probe("a"), new Add(10), "late")).Repeated);
        Assert.Equal(11, (await fixture.StateAsync(Probe("a"))).Total);
    }

    /// <summary>Once away, it commits one more batch without an answer and then reads nothing.</summary>
    private sealed class AwayStorage(IStorage inner) : StorageBetween(inner)
    {
        private bool away;

        public void GoAway() => away = true;

        public void ComeBack() => away = false;

        public override async Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken)
        {
            var outcomes = await base.CommitAsync(steps, cancellationToken);
            return away ? throw new OutcomeUnknownException("The connection broke.") : outcomes;
        }

        public override Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken) =>
            away ? throw new RuntimeBusyException("The database cannot be reached.") : base.LoadAsync(stream, cancellationToken);
    }
}
