using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Backup;

/// <summary>
/// One file that holds a closed study for good: every record's journal (the exact bytes, chained), its audit facts and
/// state, the personal values that are still kept, and the files. It can be checked without the product's database.
/// </summary>
public static partial class StudyArchive
{
    private const int Format = 1;
    private static readonly ActorKind[] Kinds = [ActorKind.StudyCountry, ActorKind.Site, ActorKind.Document, ActorKind.Submission, ActorKind.Contract, ActorKind.Task, ActorKind.Workflow];

    /// <summary>Writes the archive.</summary>
    public static async Task<ArchiveManifest> WriteAsync(IStorage storage, string study, Stream target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var zip = new HashedZip(target);
        var heads = new SortedDictionary<string, ArchiveHead>(StringComparer.Ordinal);
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var personal = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var stream in await StreamsAsync(storage.Views, study, cancellationToken).ConfigureAwait(false))
        {
            var entries = new List<JournalEntry>();
            await foreach (var entry in storage.Journal.ReadStreamAsync(stream, 1, cancellationToken).ConfigureAwait(false))
            {
                entries.Add(entry);
                files.UnionWith(FileReference().Matches(entry.Data).Select(m => m.Groups[1].Value));
                personal.UnionWith(PersonalReference().Matches(entry.Data).Select(m => m.Groups[1].Value));
            }

            if (entries.Count == 0)
            {
                continue;
            }

            heads[stream] = new ArchiveHead(entries[^1].Version, entries[^1].Hash);
            var state = await storage.Steps.LoadAsync(stream, cancellationToken).ConfigureAwait(false);
            var audit = await storage.Records.AuditAsync(stream, cancellationToken).ConfigureAwait(false);
            var record = new ArchivedRecord(stream, entries, audit, state?.State);
            await zip.AddAsync($"records/{stream}.json", s => JsonSerializer.SerializeAsync(s, record, DomainJson.Options, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        var values = await storage.Personal.ReadAsync(personal, cancellationToken).ConfigureAwait(false);
        await zip.AddAsync("personal.json", s => JsonSerializer.SerializeAsync(s, values, DomainJson.Options, cancellationToken), cancellationToken).ConfigureAwait(false);
        var kept = new List<string>();
        foreach (var file in files)
        {
            if (await storage.Blobs.OpenAsync(file, cancellationToken).ConfigureAwait(false) is { } content)
            {
                await using (content.ConfigureAwait(false))
                {
                    await zip.AddAsync($"files/{file}", s => content.CopyToAsync(s, cancellationToken), cancellationToken).ConfigureAwait(false);
                    kept.Add(file);
                }
            }
        }

        var manifest = new ArchiveManifest(Format, study, now, heads, kept, new SortedDictionary<string, string>(zip.Hashes, StringComparer.Ordinal));
        await zip.AddAsync(BackupManifest.EntryName, s => JsonSerializer.SerializeAsync(s, manifest, DomainJson.Options, cancellationToken), cancellationToken).ConfigureAwait(false);
        return manifest;
    }

    /// <summary>Checks an archive by itself: every byte against its manifest, every chain entry by entry, every file against its name.</summary>
    /// <returns>What does not fit; empty when everything does.</returns>
    /// <exception cref="BackupException">It is no archive.</exception>
    public static async Task<(ArchiveManifest Manifest, IReadOnlyList<string> Faults)> VerifyAsync(Stream source, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            var manifest = await ReadAsync<ArchiveManifest>(zip, BackupManifest.EntryName, cancellationToken).ConfigureAwait(false);
            var faults = (await HashedZip.MismatchesAsync(zip, manifest.Entries, cancellationToken).ConfigureAwait(false)).Select(n => $"{n} is not what was written").ToList();
            foreach (var (stream, head) in manifest.Heads)
            {
                if (faults.Count == 0 && Broken(await ReadAsync<ArchivedRecord>(zip, $"records/{stream}.json", cancellationToken).ConfigureAwait(false), head) is { } fault)
                {
                    faults.Add(fault);
                }
            }

            faults.AddRange(manifest.Files.Where(f => manifest.Entries.GetValueOrDefault($"files/{f}") != f).Select(f => $"files/{f} has another content than its name"));
            return (manifest, faults);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or NotSupportedException)
        {
            throw new BackupException($"The file cannot be read as an archive ({e.Message}).", e);
        }
    }

    private static string? Broken(ArchivedRecord record, ArchiveHead head)
    {
        var previous = HashChain.Start;
        long version = 0;
        foreach (var entry in record.Journal)
        {
            if (entry.Version != ++version || entry.PreviousHash != previous || HashChain.Seal(record.Stream, entry).Hash != entry.Hash)
            {
                return $"{record.Stream}, entry {entry.Version}: the chain does not fit";
            }

            previous = entry.Hash;
        }

        return version == head.Version && previous == head.Hash ? null : $"{record.Stream} ends elsewhere than the manifest says";
    }

    private static async Task<T> ReadAsync<T>(ZipArchive zip, string name, CancellationToken cancellationToken)
    {
        var entry = zip.GetEntry(name) ?? throw new BackupException($"The file has no {name}: it is no archive of a study, or writing it was interrupted.");
        var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            return (await JsonSerializer.DeserializeAsync<T>(content, DomainJson.Options, cancellationToken).ConfigureAwait(false))!;
        }
    }

    private static async Task<List<string>> StreamsAsync(IViewQueries views, string study, CancellationToken cancellationToken)
    {
        var streams = new List<string> { new ActorId(ActorKind.Study, study).ToString() };
        foreach (var kind in Kinds)
        {
            string? cursor = null;
            do
            {
                var query = new ViewQuery(kind, ViewScope.All) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = [study] }, Limit = 2_000, Cursor = cursor };
                var page = await views.QueryAsync(query, cancellationToken).ConfigureAwait(false);
                streams.AddRange(page.Items.Select(i => i.Id.ToString()));
                cursor = page.Next;
            }
            while (cursor is not null);
        }

        return streams;
    }

    [GeneratedRegex("\"sha256\":\"([0-9a-f]{64})\"")]
    private static partial Regex FileReference();

    [GeneratedRegex("\"id\":\"([^\"]+)\",\"hash\":\"[0-9a-f]{64}\"")]
    private static partial Regex PersonalReference();

    private sealed record ArchivedRecord(string Stream, IReadOnlyList<JournalEntry> Journal, IReadOnlyList<AuditFact> Audit, string? State);
}
