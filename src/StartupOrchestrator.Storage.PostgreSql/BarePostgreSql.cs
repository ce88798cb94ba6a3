using Dapper;
using Npgsql;
using StartupOrchestrator.Storage.Bench;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>Three tables of a PostgreSQL database, written without the product.</summary>
public sealed class BarePostgreSql(string connectionString) : IBareDatabase
{
    private const string Tables = """
        create table if not exists bare_state (stream text primary key, version bigint not null, doc text not null);
        create table if not exists bare_journal (stream text, version bigint, data text not null, primary key (stream, version));
        create table if not exists bare_outbox (id text primary key, payload text not null);
        """;

    private const string Write = """
        with s as (insert into bare_state values ($1, $2, $3) on conflict (stream) do update set version = excluded.version, doc = excluded.doc),
        j as (insert into bare_journal values ($1, $2, $4))
        insert into bare_outbox values ($1 || ':' || $2, $5)
        """;

    /// <inheritdoc/>
    public int Connections => 16;

    /// <inheritdoc/>
    public async Task<IBareConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync("select pg_advisory_lock(1)").ConfigureAwait(false);
        await connection.ExecuteAsync(Tables).ConfigureAwait(false);
        await connection.ExecuteAsync("select pg_advisory_unlock(1)").ConfigureAwait(false);
        var command = new NpgsqlCommand(Write, connection);
        foreach (var type in (ReadOnlySpan<NpgsqlTypes.NpgsqlDbType>)[
            NpgsqlTypes.NpgsqlDbType.Text, NpgsqlTypes.NpgsqlDbType.Bigint, NpgsqlTypes.NpgsqlDbType.Text, NpgsqlTypes.NpgsqlDbType.Text, NpgsqlTypes.NpgsqlDbType.Text])
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = DBNull.Value });
        }

        await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return new Connection(connection, command);
    }

    /// <inheritdoc/>
    public async Task<long> SizeAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ExecuteScalarAsync<long>(new CommandDefinition("select pg_database_size(current_database())", cancellationToken: cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Connection(NpgsqlConnection connection, NpgsqlCommand command) : IBareConnection
    {
        public Task WriteAsync(string stream, long version, string state, string entry, string message, CancellationToken cancellationToken)
        {
            command.Parameters[0].Value = stream;
            command.Parameters[1].Value = version;
            command.Parameters[2].Value = state;
            command.Parameters[3].Value = entry;
            command.Parameters[4].Value = message;
            return command.ExecuteNonQueryAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await command.DisposeAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
