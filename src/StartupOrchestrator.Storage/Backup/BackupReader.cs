using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dapper;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Backup;

/// <summary>Reads a backup: checks it whole, and puts it into a new, empty database of any kind.</summary>
public sealed class BackupReader(ZipArchive zip, BackupManifest manifest)
{
    private const int Batch = 400;
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    /// <summary>What the backup says about itself.</summary>
    public BackupManifest Manifest => manifest;

    /// <summary>Opens a backup and compares every byte with its manifest.</summary>
    /// <exception cref="BackupException">It is not one, was cut off, or was changed.</exception>
    public static async Task<BackupReader> OpenAsync(Stream source, CancellationToken cancellationToken)
    {
        try
        {
            var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            var entry = zip.GetEntry(BackupManifest.EntryName) ?? throw new BackupException("The file has no manifest: it is no backup, or writing it was interrupted. Take another one.");
            var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                var manifest = (await JsonSerializer.DeserializeAsync<BackupManifest>(content, Plain, cancellationToken).ConfigureAwait(false))!;
                if (manifest.Format != BackupManifest.Present)
                {
                    throw new BackupException($"The backup has format {manifest.Format}, this release reads {BackupManifest.Present}. Use the release that wrote it.");
                }

                if (manifest.Entries is null || manifest.Tables is null || BackupTables.All.Any(t => !manifest.Tables.ContainsKey(t.Name)))
                {
                    throw new BackupException("The backup is damaged: its manifest is not what was written. Take another one.");
                }

                var wrong = await HashedZip.MismatchesAsync(zip, manifest.Entries, cancellationToken).ConfigureAwait(false);
                return wrong.Count == 0 ? new BackupReader(zip, manifest) : throw new BackupException($"The backup is damaged: {string.Join(", ", wrong.Take(3))} is not what was written. Take another one.");
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new BackupException($"The file cannot be read as a backup ({e.Message}). Writing it was interrupted, or it is something else.", e);
        }
    }

    /// <summary>The secrets.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> SecretsAsync(CancellationToken cancellationToken)
    {
        var content = await zip.GetEntry("secrets.json")!.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            return (await JsonSerializer.DeserializeAsync<Dictionary<string, byte[]>>(content, Plain, cancellationToken).ConfigureAwait(false))!;
        }
    }

    /// <summary>Puts files first, then all rows in one transaction, so that an interrupted restore leaves an empty database.</summary>
    /// <exception cref="BackupException">The database is not empty.</exception>
    public async Task IntoAsync(ISqlDatabase database, IBlobStore blobs, Instant now, CancellationToken cancellationToken)
    {
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("files/", StringComparison.Ordinal)))
        {
            var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                await blobs.PutAsync(content, cancellationToken).ConfigureAwait(false);
            }
        }

        await database.WriteAsync(
            async t =>
            {
                if (await t.Connection!.ExecuteScalarAsync<long>("select count(*) from state", transaction: t).ConfigureAwait(false) > 0)
                {
                    throw new BackupException("The database is not empty. Restore into a new folder or database, look at it, and then let the product use that one.");
                }

                foreach (var table in BackupTables.All)
                {
                    await TableAsync(table, t, cancellationToken).ConfigureAwait(false);
                }

                // Readers of changes start anew, and no mail leaves until somebody has seen what was sent since the backup.
                var reason = $"Restored from the backup of {manifest.Taken:yyyy-MM-dd HH:mm} UTC: mails that left since then may be due again.";
                await t.Connection!.ExecuteAsync(
                    "insert into meta (name, value) values ('epoch', @epoch) on conflict (name) do update set value = excluded.value",
                    new { epoch = (manifest.Epoch + 1).ToString(CultureInfo.InvariantCulture) }, t).ConfigureAwait(false);
                await t.Connection!.ExecuteAsync("delete from holds where name = @Outgoing", new { Hold.Outgoing }, t).ConfigureAwait(false);
                return await t.Connection!.ExecuteAsync(
                    "insert into holds (name, since, reason) values (@Outgoing, @since, @reason)", new { Hold.Outgoing, since = StoreTime.Format(now), reason }, t).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task TableAsync(BackupTable table, DbTransaction t, CancellationToken cancellationToken)
    {
        if (zip.GetEntry($"tables/{table.Name}.jsonl") is not { } entry)
        {
            return;
        }

        var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            using var lines = new StreamReader(content, Encoding.UTF8);
            var rows = new List<object?[]>(Batch);
            while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                rows.Add([.. JsonSerializer.Deserialize<JsonElement[]>(line)!.Select(Value)]);
                if (rows.Count == Batch)
                {
                    await InsertAsync(table, rows, t, cancellationToken).ConfigureAwait(false);
                }
            }

            await InsertAsync(table, rows, t, cancellationToken).ConfigureAwait(false);
        }
    }

    private static object? Value(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => e.GetInt64(),
        JsonValueKind.String => e.GetString(),
        _ => throw new BackupException("A row holds something that no release writes."),
    };

    private static async Task InsertAsync(BackupTable table, List<object?[]> rows, DbTransaction t, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var command = t.Connection!.CreateCommand();
        command.Transaction = t;
        command.CommandTimeout = 0;
        var sql = new StringBuilder($"insert into {table.Name} ({string.Join(", ", table.Columns)}) values ");
        for (var r = 0; r < rows.Count; r++)
        {
            sql.Append(r == 0 ? "(" : ", (");
            for (var c = 0; c < table.Columns.Count; c++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"p{r}_{c}";
                parameter.Value = rows[r][c] ?? DBNull.Value;
                command.Parameters.Add(parameter);
                sql.Append(c == 0 ? "@" : ", @").Append(parameter.ParameterName);
            }

            sql.Append(')');
        }

        command.CommandText = sql.ToString();
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        rows.Clear();
    }
}
