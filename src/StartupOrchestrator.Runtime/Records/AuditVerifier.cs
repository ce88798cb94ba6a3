using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Records;

/// <summary>
/// Walks every chain, folds it, and compares with what the product shows: state documents, rows for lists, audit facts,
/// and the heads of an anchor kept outside the database.
/// </summary>
/// <param name="storage">The database.</param>
/// <param name="shells">Rules of all kinds.</param>
public sealed class AuditVerifier(IStorage storage, ActorShells shells)
{
    /// <summary>Verifies.</summary>
    /// <param name="anchor">The newest trusted anchor; null when there is none yet.</param>
    /// <param name="maxFaults">Stops after so many.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<VerificationReport> VerifyAsync(Anchor? anchor, int maxFaults, CancellationToken cancellationToken)
    {
        var faults = new List<RecordFault>();
        var known = new HashSet<string>();
        var anchored = anchor?.Heads.ToDictionary(h => h.Stream) ?? [];
        long entries = 0;
        await foreach (var stream in storage.Journal.StreamsAsync(cancellationToken).ConfigureAwait(false))
        {
            known.Add(stream);
            var (fault, count) = await VerifyStreamAsync(stream, anchored.GetValueOrDefault(stream), cancellationToken).ConfigureAwait(false);
            entries += count;
            Add(faults, fault);
            if (faults.Count >= maxFaults)
            {
                return new VerificationReport(known.Count, entries, faults);
            }
        }

        await foreach (var state in storage.Records.StatesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!known.Contains(state.Stream))
            {
                faults.Add(new RecordFault(state.Stream, 0, "journal", "there is a state but no journal: the journal was deleted"));
            }
        }

        faults.AddRange(anchored.Keys.Where(s => !known.Contains(s)).Order(StringComparer.Ordinal).Select(s =>
            new RecordFault(s, anchored[s].Version, "stream", $"the anchor of {StoreTime.Format(anchor!.At)} knows it; it was deleted")));
        return new VerificationReport(known.Count, entries, [.. faults.DistinctBy(f => (f.Stream, f.Field)).Take(maxFaults)]);
    }

    private async Task<(RecordFault? Fault, long Entries)> VerifyStreamAsync(string stream, AnchoredHead? anchored, CancellationToken cancellationToken)
    {
        if (!Domain.Actors.ActorId.TryParse(stream, out var id) || !shells.Knows(id.Kind))
        {
            return (new RecordFault(stream, 0, "stream", "no actor type of this kind is known"), 0);
        }

        var fold = new StreamFold(shells, stream);
        var commands = new Dictionary<long, string>();
        await foreach (var entry in storage.Journal.ReadStreamAsync(stream, 1, cancellationToken).ConfigureAwait(false))
        {
            if (fold.Take(entry) is { } fault)
            {
                return (fault, fold.Version);
            }

            commands[entry.Version] = entry.By;
            if (anchored?.Version == entry.Version && anchored.Head != entry.Hash)
            {
                return (new RecordFault(stream, entry.Version, "hash", "it differs from the anchor: the chain was written anew"), fold.Version);
            }
        }

        if (anchored is not null && anchored.Version > fold.Version)
        {
            return (new RecordFault(stream, fold.Version + 1, "version", $"the anchor knows version {anchored.Version}: the end was cut off"), fold.Version);
        }

        return (await CompareAsync(stream, fold, commands, cancellationToken).ConfigureAwait(false), fold.Version);
    }

    private async Task<RecordFault?> CompareAsync(string stream, StreamFold fold, Dictionary<long, string> actors, CancellationToken cancellationToken)
    {
        var state = await storage.Steps.LoadAsync(stream, cancellationToken).ConfigureAwait(false);
        if (state is null || state.Version != fold.Version || state.Head != fold.Head)
        {
            return new RecordFault(stream, fold.Version, "state.version", $"the state document is at version {state?.Version ?? 0}, the journal at {fold.Version}");
        }

        if (Difference(Document(fold.Shell.Write(fold.Shell.Read(state.State))), Document(fold.Shell.Write(fold.State)), "state") is { } field)
        {
            return new RecordFault(stream, fold.Version, field, "the state document differs from what the journal says");
        }

        var view = await storage.Records.ViewAsync(stream, cancellationToken).ConfigureAwait(false);
        var shown = AuditChanges.Flatten(view?.Row);
        var told = AuditChanges.Flatten(fold.View);
        if (shown.Keys.Union(told.Keys).Order(StringComparer.Ordinal).FirstOrDefault(f => !Same(shown.GetValueOrDefault(f), told.GetValueOrDefault(f))) is { } column)
        {
            return new RecordFault(stream, fold.Version, $"view.{column}", "the row for lists differs from what the journal says");
        }

        var facts = await storage.Records.AuditAsync(stream, cancellationToken).ConfigureAwait(false);
        return facts.FirstOrDefault(f => !actors.TryGetValue(f.Version, out var by) || by != f.By) is { } odd
            ? new RecordFault(stream, odd.Version, "audit", "the audit fact does not belong to an entry of the journal")
            : null;
    }

    private static JsonNode? Document(string text) => JsonNode.Parse(text);

    private static bool Same(JsonNode? a, JsonNode? b) => a?.ToJsonString(DomainJson.Options) == b?.ToJsonString(DomainJson.Options) || JsonNode.DeepEquals(a, b);

    /// <summary>The path of the first member that differs; null when none does.</summary>
    private static string? Difference(JsonNode? a, JsonNode? b, string path) => a is JsonObject left && b is JsonObject right
        ? left.Select(m => m.Key).Union(right.Select(m => m.Key)).Order(StringComparer.Ordinal).Select(k => Difference(left[k], right[k], $"{path}.{k}")).FirstOrDefault(d => d is not null)
        : JsonNode.DeepEquals(a, b) ? null : path;

    private static void Add(List<RecordFault> faults, RecordFault? fault)
    {
        if (fault is not null)
        {
            faults.Add(fault);
        }
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Streams">Streams walked.</param>
/// <param name="Entries">Journal entries checked.</param>
/// <param name="Faults">What does not fit, the first of each stream; empty when all is well.</param>
public sealed record VerificationReport(long Streams, long Entries, IReadOnlyList<RecordFault> Faults);
