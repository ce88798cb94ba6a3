using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Npgsql;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>Files in chunks of one megabyte; one transaction a file, begun when all of it is here and committed before its address is returned.</summary>
internal sealed class PostgreSqlBlobs(PostgreSqlDatabase database) : IBlobStore
{
    private const int ChunkSize = 1 << 20;

    public async Task<BlobAddress> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            // The sender may be slow: an open transaction would end by its time limit, and hold up whoever follows changes.
            var whole = await ArriveAsync(content, cancellationToken).ConfigureAwait(false);
            await using (whole.ConfigureAwait(false))
            {
                return await database.WriteAsync(t => PutAsync(whole, (NpgsqlTransaction)t, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException e)
        {
            throw new IOException($"The file could not be kept: {e.Message}", e);
        }
    }

    public async IAsyncEnumerable<BlobAddress> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int page = 1_000;
        var after = "";
        while (true)
        {
            var from = after;
            var rows = await database.ReadAsync(c => PageAsync((NpgsqlConnection)c, from, page, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < page)
            {
                yield break;
            }

            after = rows[^1].Sha256;
        }
    }

    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync<(long Content, long Length)?>(
            async c =>
            {
                using var command = Command((NpgsqlConnection)c, "select content, length from blobs where sha256 = $1", sha256);
                using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
            },
            cancellationToken).ConfigureAwait(false);
        return found is null ? null : new ChunkStream(found.Value.Length, (number, token) => ChunkAsync(found.Value.Content, number, token));
    }

    /// <summary>Receives all of it into a file that ends with its stream.</summary>
    private static async Task<FileStream> ArriveAsync(Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<BlobAddress> PutAsync(Stream content, NpgsqlTransaction t, CancellationToken cancellationToken)
    {
        var connection = t.Connection!;
        var id = (long)(await ScalarAsync(connection, "select nextval('blob_content')", cancellationToken).ConfigureAwait(false))!;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[ChunkSize];
        long length = 0;
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, ChunkSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await ScalarAsync(connection, "insert into blob_chunks (content, number, data) values ($1, $2, $3)", cancellationToken, id, length / ChunkSize, buffer[..read]).ConfigureAwait(false);
            length += read;
        }

        var address = new BlobAddress(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        var kept = await ScalarAsync(
            connection, "insert into blobs (sha256, length, content) values ($1, $2, $3) on conflict (sha256) do nothing returning content", cancellationToken, address.Sha256, length, id).ConfigureAwait(false);
        if (kept is null)
        {
            await ScalarAsync(connection, "delete from blob_chunks where content = $1", cancellationToken, id).ConfigureAwait(false);
        }

        return address;
    }

    private Task<byte[]> ChunkAsync(long content, long number, CancellationToken cancellationToken) => database.ReadAsync(
        async c => (byte[])(await ScalarAsync((NpgsqlConnection)c, "select data from blob_chunks where content = $1 and number = $2", cancellationToken, content, number).ConfigureAwait(false))!,
        cancellationToken);

    private static async Task<List<BlobAddress>> PageAsync(NpgsqlConnection connection, string after, int limit, CancellationToken cancellationToken)
    {
        using var command = Command(connection, $"select sha256, length from blobs where sha256 > $1 order by sha256 limit {limit}", after);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<BlobAddress>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(new BlobAddress(reader.GetString(0), reader.GetInt64(1)));
        }

        return rows;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
