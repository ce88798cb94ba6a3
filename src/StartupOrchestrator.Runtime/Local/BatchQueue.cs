using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>A step with the task that its decision waits on.</summary>
internal sealed class PendingStep(StepCommit step)
{
    public StepCommit Step { get; } = step;

    public TaskCompletionSource<CommitOutcome> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// Fills one commit in order of arrival. Steps that would disturb each other (same stream, or one relies on a stream
/// that the other changes) are put into different commits, where the check of versions sees them.
/// </summary>
internal sealed class BatchQueue(int maxSteps, int maxSize)
{
    private readonly HashSet<string> written = [];
    private readonly HashSet<string> relied = [];
    private List<PendingStep> deferred = [];
    private int size;

    public List<PendingStep> Batch { get; } = [];

    public bool IsFull => Batch.Count >= maxSteps || size >= maxSize || deferred.Count >= maxSteps;

    /// <summary>Starts the next commit with what the last one had to leave.</summary>
    public void Begin()
    {
        Batch.Clear();
        written.Clear();
        relied.Clear();
        size = 0;
        var left = deferred;
        deferred = [];
        foreach (var step in left)
        {
            Offer(step);
        }
    }

    public bool HasDeferred => deferred.Count > 0;

    public void Offer(PendingStep pending)
    {
        var step = pending.Step;
        if (written.Contains(step.Stream) || relied.Contains(step.Stream) || step.Evidence.Any(e => written.Contains(e.Stream)) || Batch.Count >= maxSteps)
        {
            deferred.Add(pending);

            // Later steps of the same stream must not overtake this one.
            written.Add(step.Stream);
            return;
        }

        Batch.Add(pending);
        size += step.Size;
        written.Add(step.Stream);
        foreach (var (stream, _) in step.Evidence)
        {
            relied.Add(stream);
        }
    }
}
