using System.Data.Common;
using Npgsql;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>The connections: a pool for reads and short writes, and a plain one for each writer.</summary>
internal sealed class PostgreSqlDatabase(string connectionString) : ISqlDatabase, IAsyncDisposable
{
    // A process that stands still within a transaction holds others up no longer than a lease.
    private const string Always = "-c idle_in_transaction_session_timeout=10000 -c default_transaction_isolation=read\\ committed -c synchronous_commit=on";

    // Statements prepared while tables are small would otherwise freeze scans of whole tables. Who decides under a lock takes
    // milliseconds; one that stands still for seconds is a frozen process, and others wait for its lock.
    private const string ForWriters = " -c idle_in_transaction_session_timeout=2500" +
        " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_mergejoin=off -c jit=off";

    private readonly NpgsqlDataSource pool = NpgsqlDataSource.Create(With(connectionString, Always, pooling: true));

    public SqlDialect Dialect { get; } = new(
        (select, mark, order) => $"with taken as materialized ({select} for update skip locked), marked as ({mark}) select * from taken order by {order}",
        member => $"coalesce(doc::jsonb ->> '{member}', '') collate \"C\"", name => $"= any(@{name})");

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        var connection = await pool.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await read(connection).ConfigureAwait(false);
        }
    }

    public Task<T> ChangeAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> change, CancellationToken cancellationToken) =>
        ReadAsync(connection => change(connection, null), cancellationToken);

    public Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken) => ReadAsync(
        async connection =>
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var result = await write(transaction).ConfigureAwait(false);
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return result;
            }
        },
        cancellationToken);

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => pool.OpenConnectionAsync(cancellationToken);

    /// <summary>A connection outside the pool with the settings of a writer.</summary>
    public async Task<NpgsqlConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(With(connectionString, Always + ForWriters, pooling: false));
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();

    private static string With(string connectionString, string options, bool pooling)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = pooling, ApplicationName = "startup" };
        builder.Options = builder.Options is null ? options : $"{builder.Options} {options}";
        return builder.ToString();
    }
}
