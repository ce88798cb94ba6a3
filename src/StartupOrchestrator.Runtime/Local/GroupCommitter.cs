using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>
/// Commits many steps as one: what queued while the last commit was under way makes the next one; nobody waits for
/// company. An actor always has the same writer.
/// </summary>
public sealed class GroupCommitter : IAsyncDisposable
{
    private readonly CommitWriter[] writers;

    /// <summary>Starts the writers.</summary>
    public GroupCommitter(IStepStore store, StoreTraits traits, RuntimeOptions options) =>
        writers = [.. Enumerable.Range(0, traits.Writers).Select(_ => new CommitWriter(store, traits.MaxSteps, options))];

    /// <summary>Commits the step together with others.</summary>
    /// <exception cref="RuntimeBusyException">The queue is full, or the database takes nothing; nothing was written.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not be durable; send it again.</exception>
    /// <exception cref="BadStepException">Nobody can write this step.</exception>
    public Task<CommitOutcome> CommitAsync(StepCommit step) => writers[WriterOf(step.Stream)].CommitAsync(step);

    /// <summary>Commits what is queued and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private int WriterOf(string stream)
    {
        var hash = 17u;
        foreach (var c in stream)
        {
            hash = (hash * 31) + c;
        }

        return (int)(hash % (uint)writers.Length);
    }
}
