using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Local;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Tests.Commits;

/// <summary>Red when <see cref="BatchQueue"/> looks at written streams only: a database cannot see that two steps of one statement rely on each other.</summary>
public sealed class BatchQueueTests
{
    [Fact]
    public void Steps_that_rely_on_each_other_never_share_a_commit()
    {
        Assert.Equal(["a"], First(Step("a", relies: "b"), Step("b", relies: "a")));
        Assert.Equal(["a"], First(Step("a"), Step("b", relies: "a")));
        Assert.Equal(["a", "c"], First(Step("a", relies: "b"), Step("b"), Step("c")));
        Assert.Equal(["a", "b"], First(Step("a", relies: "x"), Step("b", relies: "x")));
    }

    [Fact]
    public void Steps_of_one_stream_go_one_by_one_in_order_of_arrival()
    {
        var queue = new BatchQueue(10, 1000);
        queue.Begin();
        foreach (var version in (long[])[0, 1, 2])
        {
            queue.Offer(new PendingStep(Step("a") with { ExpectedVersion = version }));
        }

        for (var version = 0; version < 3; version++)
        {
            Assert.Equal(version, Assert.Single(queue.Batch).Step.ExpectedVersion);
            queue.Begin();
        }

        Assert.Empty(queue.Batch);
    }

    [Fact]
    public async Task Bad_step_fails_alone()
    {
        await using var committer = new GroupCommitter(new PickyStore(), new StoreTraits(1, 64), new RuntimeOptions());
        var sent = Enumerable.Range(0, 40).Select(i => committer.CommitAsync(Step(i % 13 == 5 ? $"bad{i}" : $"good{i}"))).ToList();
        for (var i = 0; i < sent.Count; i++)
        {
            if (i % 13 == 5)
            {
                await Assert.ThrowsAsync<BadStepException>(() => sent[i]);
            }
            else
            {
                Assert.IsType<CommitOutcome.Committed>(await sent[i]);
            }
        }
    }

    [Fact]
    public async Task Full_queue_is_refused_as_busy()
    {
        var store = new PickyStore { Hold = new TaskCompletionSource() };
        await using var committer = new GroupCommitter(store, new StoreTraits(1, 1), new RuntimeOptions { QueueCapacity = 2 });
        var sent = Enumerable.Range(0, 20).Select(i => committer.CommitAsync(Step($"s{i}"))).ToList();
        Assert.Contains(sent, t => t.Exception?.InnerException is RuntimeBusyException);
        store.Hold.SetResult();
        await Task.WhenAll(sent.Where(t => !t.IsFaulted));
    }

    private static string[] First(params StepCommit[] steps)
    {
        var queue = new BatchQueue(10, 1000);
        queue.Begin();
        foreach (var step in steps)
        {
            queue.Offer(new PendingStep(step));
        }

        return [.. queue.Batch.Select(p => p.Step.Stream)];
    }

    private static StepCommit Step(string stream, string? relies = null) => new(stream, 0, "{}", "c", "h") { Evidence = relies is null ? [] : [(relies, 0)] };

    private sealed class PickyStore : IStepStore
    {
        public TaskCompletionSource Hold { get; init; } = Completed();

        public async Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken)
        {
            await Hold.Task;
            return steps.Any(s => s.Stream.StartsWith("bad", StringComparison.Ordinal))
                ? throw new BadStepException("bad")
                : [.. steps.Select(_ => new CommitOutcome.Committed())];
        }

        public Task<CommitOutcome?> CommitLockedAsync(string stream, Func<StoredState?, Task<StepCommit?>> decide, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StoredAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken cancellationToken) => throw new NotSupportedException();

        private static TaskCompletionSource Completed()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }
}
