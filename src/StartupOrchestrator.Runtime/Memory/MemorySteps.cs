using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

internal sealed class MemorySteps(MemoryTables tables, ChangeSignal changes) : IStepStore
{
    public Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            IReadOnlyList<CommitOutcome> outcomes = [.. steps.Select(Commit)];
            changes.Announce();
            return Task.FromResult(outcomes);
        }
    }

    public async Task<CommitOutcome?> CommitLockedAsync(string stream, Func<StoredState?, Task<StepCommit?>> decide, CancellationToken cancellationToken)
    {
        // Nobody is kept out; whoever loses here lost to somebody who got on, so the loop ends.
        while (await decide(await LoadAsync(stream, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false) is { } step)
        {
            var outcome = (await CommitAsync([step], cancellationToken).ConfigureAwait(false))[0];
            if (outcome is not CommitOutcome.Conflict)
            {
                return outcome;
            }
        }

        return null;
    }

    public Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            return Task.FromResult(tables.States.GetValueOrDefault(stream));
        }
    }

    public Task<StoredAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            return Task.FromResult(tables.Commands.GetValueOrDefault((stream, commandId)));
        }
    }

    private CommitOutcome Commit(StepCommit step)
    {
        if (tables.Commands.TryGetValue((step.Stream, step.CommandId), out var answer))
        {
            return new CommitOutcome.Repeated(answer.BodyHash, answer.Answer, answer.Version);
        }

        var state = tables.States.GetValueOrDefault(step.Stream);
        if ((state?.Version ?? 0) != step.ExpectedVersion)
        {
            return new CommitOutcome.Conflict(state?.Version ?? 0, state?.State, state?.Head);
        }

        foreach (var (stream, version) in step.Evidence)
        {
            if ((tables.States.GetValueOrDefault(stream)?.Version ?? 0) != version)
            {
                return new CommitOutcome.EvidenceChanged(stream);
            }
        }

        if (step.Claimed.FirstOrDefault(c => tables.Claims.TryGetValue(c, out var holder) && holder != step.Stream) is { } taken)
        {
            return new CommitOutcome.ClaimTaken(taken);
        }

        Write(step);
        return new CommitOutcome.Committed();
    }

    private void Write(StepCommit step)
    {
        var id = ActorId.Parse(step.Stream);
        tables.States[step.Stream] = new StoredState(step.Version, step.State, step.Head);
        tables.Commands[(step.Stream, step.CommandId)] = new StoredAnswer(step.BodyHash, step.Answer, step.Version);
        Of(tables.Journal, step.Stream).AddRange(step.Journal);
        if (step.Audit is { } fact)
        {
            tables.Audit.Add(new AuditRow(step.Stream, id.Kind, id.Kind == ActorKind.Study ? id.Key : step.View?.Study, fact));
            Of(tables.AuditByStream, step.Stream).Add(fact);
        }

        if (step.View is { } view)
        {
            tables.Put(new StoredView(id, step.Version, view));
        }

        WriteDeliveries(step);
        foreach (var value in step.Personal)
        {
            tables.Personal.TryAdd(value.Ref.Id, value);
        }

        foreach (var name in step.Released)
        {
            tables.Claims.Remove(name);
        }

        foreach (var name in step.Claimed)
        {
            tables.Claims[name] = step.Stream;
        }

        tables.Changes.Add(new StreamChange(step.Stream, step.Version));
    }

    private void WriteDeliveries(StepCommit step)
    {
        if (step.ConsumedOutboxId is { } consumed)
        {
            tables.Outbox.Remove(consumed);
        }

        foreach (var row in step.Outbox)
        {
            tables.Outbox.Add(step.Stream, row);
        }

        foreach (var key in step.ClearedTimers)
        {
            tables.Timers.Clear(step.Stream, key);
        }

        foreach (var timer in step.Timers)
        {
            tables.Timers.Set(step.Stream, timer);
        }

        foreach (var bookmark in step.ClearedBookmarks)
        {
            tables.Bookmarks.Remove((step.Stream, bookmark));
        }

        foreach (var bookmark in step.Bookmarks)
        {
            tables.Bookmarks[(step.Stream, bookmark.Bookmark)] = bookmark;
        }

        foreach (var published in step.Published)
        {
            tables.Events.TryAdd(published.Id, published);
        }
    }

    private static List<T> Of<T>(Dictionary<string, List<T>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
