using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>
/// Commits many steps as one: what queued while the last commit was under way makes the next one; nobody waits for
/// company. A second writer helps only when a commit's worth of steps waits: a few large commits cost the database less
/// than many small ones, above all where several processes share it. An actor decides its next step after the last one
/// was committed, so its order does not depend on the writer.
/// </summary>
public sealed class GroupCommitter : IAsyncDisposable
{
    private const int StepsPerWriter = 16;
    private readonly CommitWriter[] writers;

    /// <summary>Starts the writers.</summary>
    public GroupCommitter(IStepStore store, StoreTraits traits, RuntimeOptions options) =>
        writers = [.. Enumerable.Range(0, traits.Writers).Select(_ => new CommitWriter(store, traits.MaxSteps, options))];

    /// <summary>Commits the step together with others.</summary>
    /// <exception cref="RuntimeBusyException">The queue is full, or the database takes nothing; nothing was written.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not be durable; send it again.</exception>
    /// <exception cref="BadStepException">Nobody can write this step.</exception>
    public Task<CommitOutcome> CommitAsync(StepCommit step) => Next().CommitAsync(step);

    /// <summary>Commits what is queued and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private CommitWriter Next()
    {
        var waiting = 0;
        foreach (var writer in writers)
        {
            waiting += writer.Waiting;
        }

        var next = writers[0];
        for (var i = 1; i < writers.Length && waiting >= StepsPerWriter * i; i++)
        {
            next = writers[i].Waiting < next.Waiting ? writers[i] : next;
        }

        return next;
    }
}
