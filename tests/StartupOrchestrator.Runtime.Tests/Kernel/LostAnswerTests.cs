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
    private sealed class AwayStorage(IStorage inner) : IStorage, IStepStore
    {
        private bool away;

        public IStepStore Steps => this;

        public IDeliveryStore Deliveries => inner.Deliveries;

        public IJournalReader Journal => inner.Journal;

        public IViewQueries Views => inner.Views;

        public IPersonalValues Personal => inner.Personal;

        public IBlobStore Blobs => inner.Blobs;

        public IRecordKeeping Records => inner.Records;

        public StoreTraits Traits => inner.Traits;

        public DatabaseNature Nature => inner.Nature;

        public void GoAway() => away = true;

        public void ComeBack() => away = false;

        public Task WaitForChangeAsync(TimeSpan atMost, CancellationToken cancellationToken) => inner.WaitForChangeAsync(atMost, cancellationToken);

        public async Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken)
        {
            var outcomes = await inner.Steps.CommitAsync(steps, cancellationToken);
            return away ? throw new OutcomeUnknownException("The connection broke.") : outcomes;
        }

        public Task<CommitOutcome?> CommitLockedAsync(string stream, Func<StoredState?, Task<StepCommit?>> decide, CancellationToken cancellationToken) =>
            inner.Steps.CommitLockedAsync(stream, decide, cancellationToken);

        public Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken) =>
            away ? throw new RuntimeBusyException("The database cannot be reached.") : inner.Steps.LoadAsync(stream, cancellationToken);

        public Task<StoredAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken cancellationToken) => inner.Steps.FindAnswerAsync(stream, commandId, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
