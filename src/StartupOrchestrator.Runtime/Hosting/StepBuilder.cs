using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>Writes down an accepted decision as one commit: chained journal, document, audit fact, row for lists, rows of its effects.</summary>
/// <param name="HandOver">How long a message to another actor is left to the hand-over in process before it is swept.</param>
public sealed record StepBuilder(ActorShell Shell, Duration HandOver)
{
    /// <summary>The commit of an accepted decision.</summary>
    /// <param name="basis">What was decided on.</param>
    /// <param name="delivery">How the command came.</param>
    /// <param name="accepted">The decision.</param>
    /// <param name="evidence">Versions that it relied on.</param>
    /// <param name="now">Moment of recording (UTC).</param>
    public StepCommit Build(
        StepBasis basis, Delivery delivery, ShellDecision.Accepted accepted, IEnumerable<(string Stream, long Version)> evidence, Instant now)
    {
        var envelope = delivery.Envelope;
        var origin = envelope.Origin;
        var stream = envelope.Target.ToString();
        var cause = origin.Cause is null ? "" : JsonSerializer.Serialize(origin.Cause, Shell.Catalog.Options);
        var journal = ImmutableArray.CreateBuilder<JournalEntry>(accepted.Events.Length);
        var previous = basis.Head;
        foreach (var e in accepted.Events)
        {
            var contract = Shell.Catalog.Of(e);
            var entry = HashChain.Seal(stream, new JournalEntry(
                basis.Version + journal.Count + 1, contract.Name, contract.Version, origin.BusinessTime ?? now, now, origin.By,
                envelope.CommandId, cause, Shell.Catalog.WriteData(e), previous, ""));
            journal.Add(entry);
            previous = entry.Hash;
        }

        var version = basis.Version + journal.Count;
        var before = Shell.Type.Claims(basis.State.Inner).ToHashSet();
        var after = Shell.Type.Claims(accepted.After.Inner).ToHashSet();
        var view = accepted.After.Exists ? Shell.Type.View(envelope.Target, accepted.After.Inner) : null;
        var step = new StepCommit(stream, basis.Version, Shell.Write(accepted.After), envelope.CommandId, BodyHash.Of(envelope, Shell.Catalog))
        {
            Answer = accepted.Answer?.ToJsonString(Shell.Catalog.Options),
            Journal = journal.ToImmutable(),
            Audit = IsHousekeeping(accepted, origin) ? null : Audit(basis, envelope, view, version, cause, now),
            View = view,
            ConsumedOutboxId = delivery.OutboxId,
            Personal = envelope.Personal,
            Claimed = [.. after.Except(before)],
            Released = [.. before.Except(after)],
            Evidence = [.. evidence],
        };
        var rows = new EffectRows(envelope.Target, envelope, version, now, HandOver, Shell.Catalog);
        rows.Add(accepted.Effects);
        if (delivery.Timer is { } timer)
        {
            rows.Fired(timer.Key);
        }

        return rows.Put(step);
    }

    private AuditFact Audit(StepBasis basis, Envelope envelope, ViewRow? view, long version, string cause, Instant now)
    {
        var was = basis.State.Exists ? Shell.Type.View(envelope.Target, basis.State.Inner) : null;
        var reason = envelope.Origin.Reason is null ? null : JsonSerializer.Serialize(envelope.Origin.Reason, Shell.Catalog.Options);
        return new AuditFact(
            version, now, envelope.Origin.By, envelope.Origin.OnBehalfOf, reason, Shell.Catalog.Of(envelope.Command).Name, cause, AuditChanges.Between(was, view));
    }

    /// <summary>Keeping subscribers is in the journal; the history that people read has no line for it.</summary>
    private static bool IsHousekeeping(ShellDecision.Accepted accepted, Origin origin) =>
        accepted.Events.All(e => e is SubscriberKept or SubscriberLetGo || (e is Noted && origin.By == Origin.SystemActor));
}

/// <summary>The version of an actor that a decision is made on.</summary>
/// <param name="Version">Number of journal entries.</param>
/// <param name="Head">Hash of the last one.</param>
/// <param name="State">The state.</param>
public sealed record StepBasis(long Version, string Head, ShellState State);

/// <summary>A command with the way it came.</summary>
/// <param name="Envelope">The command.</param>
/// <param name="OutboxId">The outbox row that brought it; the commit deletes it.</param>
/// <param name="Timer">The timer that fired; the commit clears it.</param>
public sealed record Delivery(Envelope Envelope, string? OutboxId = null, FiredTimer? Timer = null);

/// <summary>A setting of a timer.</summary>
public sealed record FiredTimer(string Key, long Generation);
