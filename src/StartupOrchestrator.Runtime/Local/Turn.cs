using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Local;

/// <summary>
/// One command's way through its actor: decide, commit, and on losing the race decide again. The caller holds the
/// actor's gate. An answer leaves only when the commit is durable; a refusal only when it was decided on fresh state.
/// </summary>
internal sealed class Turn(TurnParts parts, ActorCell cell, Delivery delivery)
{
    private const int OptimisticTries = 3;
    private const int UnknownTries = 4;
    private int conflicts;
    private int unknowns;
    private bool fresh;

    public async Task<CommandResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RuntimeBusyException e) when (unknowns > 0)
        {
            // An earlier try may be durable: whoever hears "busy" would take it for undone and ask for it anew.
            throw new OutcomeUnknownException($"Whether the command took effect is not known, and the database is away now ({e.Message}). Send the same command again.", e);
        }
    }

    private async Task<CommandResult> TryAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var basis = await BasisAsync(cancellationToken).ConfigureAwait(false);
            if (delivery.Timer is { } timer && !await IsStillSetAsync(timer, cancellationToken).ConfigureAwait(false))
            {
                return new CommandResult.Done(basis.Version, null, Repeated: true);
            }

            Verdict verdict;
            try
            {
                verdict = await parts.Decider.DecideAsync(basis, delivery, Now, fresh, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Rules may stumble over a state that this very command led to.
                if (await KnownAnswerAsync(cancellationToken).ConfigureAwait(false) is { } known)
                {
                    return known;
                }

                throw;
            }

            if (verdict.Refusal is null)
            {
                if (await CommitAsync(verdict, cancellationToken).ConfigureAwait(false) is { } result)
                {
                    return result;
                }
            }
            else if (fresh)
            {
                return await KnownAnswerAsync(cancellationToken).ConfigureAwait(false) ?? new CommandResult.Refused(basis.Version, verdict.Refusal);
            }
            else
            {
                fresh = true;
                cell.Forget();
            }
        }
    }

    private Instant Now => Instant.FromDateTimeOffset(parts.Time.GetUtcNow());

    private string Stream => delivery.Envelope.Target.ToString();

    private async Task<StepBasis> BasisAsync(CancellationToken cancellationToken)
    {
        if (cell.Basis is null)
        {
            cell.Loaded(parts.Basis(cell.Id, await parts.Store.LoadAsync(Stream, cancellationToken).ConfigureAwait(false)));
        }

        return cell.Basis!;
    }

    /// <returns>Null when it has to be decided again.</returns>
    private async Task<CommandResult?> CommitAsync(Verdict verdict, CancellationToken cancellationToken)
    {
        CommitOutcome? outcome;
        try
        {
            if (conflicts < OptimisticTries)
            {
                outcome = await parts.Committer.CommitAsync(verdict.Step!).ConfigureAwait(false);
            }
            else
            {
                (outcome, verdict) = await CommitLockedAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OutcomeUnknownException) when (++unknowns < UnknownTries)
        {
            cell.Forget();
            // The database needs real time, also where the product's clock stands still.
            await Task.Delay(TimeSpan.FromMilliseconds(50 << (2 * unknowns)), TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch
        {
            cell.Forget();
            throw;
        }

        return outcome is null ? new CommandResult.Refused(cell.Basis!.Version, verdict.Refusal!) : Settle(outcome, verdict);
    }

    private CommandResult? Settle(CommitOutcome outcome, Verdict verdict)
    {
        RuntimeTelemetry.Settled(cell.Id.Kind, outcome);
        switch (outcome)
        {
            case CommitOutcome.Committed:
                cell.Committed(verdict.After!);
                parts.Committed(cell, verdict.Step!);
                return new CommandResult.Done(verdict.After!.Version, verdict.Answer, Repeated: false);
            case CommitOutcome.Repeated repeated:
                cell.Forget();
                return Repeat(new StoredAnswer(repeated.BodyHash, repeated.Answer, repeated.Version));
            case CommitOutcome.ClaimTaken taken:
                return new CommandResult.Refused(cell.Basis!.Version, new Refusal(
                    RefusalKind.NotUnique, "name.taken", $"'{taken.Claim.Split(':')[0]}' is already in use by another record. Choose another one."));
            case CommitOutcome.EvidenceChanged:
                fresh = true;
                return null;
            case CommitOutcome.Conflict conflict:
                conflicts++;
                if (conflict.Version != cell.Basis!.Version)
                {
                    var stored = conflict.State is null ? null : new StoredState(conflict.Version, conflict.State, conflict.Head!);
                    cell.Loaded(parts.Basis(cell.Id, stored));
                }

                return null;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }

    private async Task<(CommitOutcome? Outcome, Verdict Verdict)> CommitLockedAsync(CancellationToken cancellationToken)
    {
        Verdict? verdict = null;
        var outcome = await parts.Store.CommitLockedAsync(
            Stream,
            async stored =>
            {
                var basis = parts.Basis(cell.Id, stored);
                cell.Loaded(basis);
                verdict = await parts.Decider.DecideAsync(basis, delivery, Now, fresh: true, cancellationToken).ConfigureAwait(false);
                return verdict.Step;
            },
            cancellationToken).ConfigureAwait(false);
        return (outcome, verdict!);
    }

    private async Task<bool> IsStillSetAsync(FiredTimer timer, CancellationToken cancellationToken) =>
        await parts.Deliveries.FindTimerAsync(Stream, timer.Key, cancellationToken).ConfigureAwait(false) is { } row && row.Generation == timer.Generation;

    private async Task<CommandResult?> KnownAnswerAsync(CancellationToken cancellationToken) =>
        await parts.Store.FindAnswerAsync(Stream, delivery.Envelope.CommandId, cancellationToken).ConfigureAwait(false) is { } answer ? Repeat(answer) : null;

    private CommandResult Repeat(StoredAnswer answer) => answer.BodyHash == BodyHash.Of(delivery.Envelope, parts.Shells.Catalog)
        ? new CommandResult.Done(answer.Version, answer.Answer is null ? null : JsonNode.Parse(answer.Answer), Repeated: true)
        : new CommandResult.Refused(answer.Version, new Refusal(
            RefusalKind.CommandIdReused, "command.id-reused", "This command id was used before for something else. Use a new id for a new command."));
}
