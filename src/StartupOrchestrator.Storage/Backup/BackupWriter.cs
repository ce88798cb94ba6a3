using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Backup;

/// <summary>
/// Writes one file that holds everything: rows of all tables as they stood at one moment, files, and the secrets without
/// which links and seals would not fit. The format is the same for every database, so it also moves one to another.
/// </summary>
/// <param name="snapshot">An open connection inside a transaction that sees one moment.</param>
/// <param name="journalOrder">Columns that give the order in which entries were written.</param>
/// <param name="blobs">The files; they are durable before a commit names them, so reading them after the snapshot misses none.</param>
public sealed class BackupWriter(DbConnection snapshot, IBlobStore blobs, string journalOrder = "pos")
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { WriteIndented = false };

    /// <summary>Writes the backup.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="secrets">Secrets by name.</param>
    /// <param name="now">The moment (UTC).</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<BackupManifest> WriteAsync(Stream target, IReadOnlyDictionary<string, byte[]> secrets, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var zip = new HashedZip(target);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in BackupTables.All)
        {
            await zip.AddAsync($"tables/{table.Name}.jsonl", async stream => counts[table.Name] = await TableAsync(table, stream, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        long files = 0;
        await foreach (var file in blobs.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await blobs.OpenAsync(file.Sha256, cancellationToken).ConfigureAwait(false) is { } content)
            {
                await using (content.ConfigureAwait(false))
                {
                    await zip.AddAsync($"files/{file.Sha256}", stream => content.CopyToAsync(stream, cancellationToken), cancellationToken).ConfigureAwait(false);
                    files++;
                }
            }
        }

        await zip.AddAsync("secrets.json", stream => JsonSerializer.SerializeAsync(stream, secrets, Plain, cancellationToken), cancellationToken).ConfigureAwait(false);
        var nature = await snapshot.ExecuteScalarAsync<string>("select value from meta where name = 'nature'").ConfigureAwait(false);
        var epoch = long.Parse(await snapshot.ExecuteScalarAsync<string?>("select value from meta where name = 'epoch'").ConfigureAwait(false) ?? "1", CultureInfo.InvariantCulture);
        var manifest = new BackupManifest(BackupManifest.Present, now, nature!, epoch, counts, files, new SortedDictionary<string, string>(zip.Hashes, StringComparer.Ordinal));
        await zip.AddAsync(BackupManifest.EntryName, stream => JsonSerializer.SerializeAsync(stream, manifest, Plain, cancellationToken), cancellationToken).ConfigureAwait(false);
        return manifest;
    }

    private async Task<long> TableAsync(BackupTable table, Stream stream, CancellationToken cancellationToken)
    {
        using var command = snapshot.CreateCommand();
        command.CommandText = $"select {string.Join(", ", table.Columns)} from {table.Name} order by {(table.Name == "journal" ? journalOrder : table.Order)}";
        command.CommandTimeout = 0;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        long rows = 0;
        var line = new object?[table.Columns.Count];
        var end = "\n"u8.ToArray();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, Plain), cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(end, cancellationToken).ConfigureAwait(false);
            rows++;
        }

        return rows;
    }
}
