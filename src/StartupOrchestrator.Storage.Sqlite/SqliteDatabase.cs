using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>The connections: one that writes, behind a gate, and as many as are asked for that read.</summary>
internal sealed class SqliteDatabase : ISqlDatabase, IAsyncDisposable
{
    // The library waits 30 s on a busy database whatever busy_timeout says; only the command timeout shortens it.
    private const int BusySeconds = 2;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly string readers;

    private SqliteDatabase(string file, SqliteConnection writer)
    {
        Writer = writer;
        readers = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = BusySeconds, Pooling = true }.ToString();
    }

    public SqlDialect Dialect { get; } = new(null, member => $"coalesce(cast(json_extract(doc, '$.{member}') as text), '')", name => $"in @{name}");

    /// <summary>The connection that writes; used only inside <see cref="ExclusiveAsync{T}"/>.</summary>
    public SqliteConnection Writer { get; }

    public static async Task<SqliteDatabase> OpenAsync(string file)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = BusySeconds, Pooling = false }.ToString();
        var writer = new SqliteConnection(text);
        await writer.OpenAsync().ConfigureAwait(false);
        await writer.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864; pragma cache_size = -65536").ConfigureAwait(false);
        Insist("journal_mode", await writer.ExecuteScalarAsync<string>("pragma journal_mode").ConfigureAwait(false), "wal");
        Insist("synchronous", (await writer.ExecuteScalarAsync<long>("pragma synchronous").ConfigureAwait(false)).ToString(CultureInfo.InvariantCulture), "2");
        return new SqliteDatabase(file, writer);
    }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(readers);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return await read(connection).ConfigureAwait(false);
        }
    }

    public Task<T> ChangeAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> change, CancellationToken cancellationToken) =>
        WriteAsync(t => change(t.Connection!, t), cancellationToken);

    public Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken) => ExclusiveAsync(
        async () =>
        {
            var transaction = Writer.BeginTransaction(deferred: false);
            await using (transaction.ConfigureAwait(false))
            {
                var result = await write(transaction).ConfigureAwait(false);
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return result;
            }
        },
        cancellationToken);

    /// <summary>Runs something on <see cref="Writer"/> while nobody else does.</summary>
    public async Task<T> ExclusiveAsync<T>(Func<Task<T>> action, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await action().ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync().ConfigureAwait(false);
        SqliteConnection.ClearPool(new SqliteConnection(readers));
        gate.Dispose();
    }

    private static void Insist(string pragma, string? actual, string needed)
    {
        if (!string.Equals(actual, needed, StringComparison.OrdinalIgnoreCase))
        {
            throw new DatabaseRefusedException($"SQLite did not take {pragma} = {needed} (it is {actual}): acknowledged work could be lost. Use a local file system that supports it.");
        }
    }
}
