using System.Threading.Channels;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Local;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Tests.Commits;

public sealed class GroupCommitterTests
{
    /// <summary>Red when steps go to the writers in turn: the ten then make two commits.</summary>
    [Fact]
    public async Task Few_steps_that_wait_make_one_commit_though_another_writer_is_free()
    {
        var store = new HeldStore();
        await using var committer = new GroupCommitter(store, new StoreTraits(2, 64), new RuntimeOptions());
        var first = committer.CommitAsync(Step("first"));
        Assert.Equal(1, await store.Begun.ReadAsync(TestContext.Current.CancellationToken));

        var more = Enumerable.Range(0, 10).Select(i => committer.CommitAsync(Step($"s{i}"))).ToList();
        store.Hold.SetResult();

        await Task.WhenAll([first, .. more]);
        Assert.Equal(10, await store.Begun.ReadAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Red when every step goes to the first writer: the second commit then waits for the first.</summary>
    [Fact]
    public async Task Many_steps_that_wait_are_taken_by_another_writer_at_once()
    {
        var store = new HeldStore();
        await using var committer = new GroupCommitter(store, new StoreTraits(2, 64), new RuntimeOptions());
        var sent = new List<Task> { committer.CommitAsync(Step("first")) };
        await store.Begun.ReadAsync(TestContext.Current.CancellationToken);

        sent.AddRange(Enumerable.Range(0, 40).Select(i => committer.CommitAsync(Step($"s{i}"))));
        await store.Begun.ReadAsync(TestContext.Current.CancellationToken);

        store.Hold.SetResult();
        await Task.WhenAll(sent);
    }

    private static StepCommit Step(string stream) => new(stream, 0, "{}", "c", "h");

    /// <summary>Tells how many steps each commit has, and keeps all of them under way.</summary>
    private sealed class HeldStore : IStepStore
    {
        private readonly Channel<int> begun = Channel.CreateUnbounded<int>();

        public TaskCompletionSource Hold { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ChannelReader<int> Begun => begun.Reader;

        public async Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken)
        {
            begun.Writer.TryWrite(steps.Count);
            await Hold.Task;
            return [.. steps.Select(_ => new CommitOutcome.Committed())];
        }

        public Task<CommitOutcome?> CommitLockedAsync(string stream, Func<StoredState?, Task<StepCommit?>> decide, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StoredAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
