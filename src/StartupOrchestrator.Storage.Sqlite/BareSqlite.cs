using Dapper;
using Microsoft.Data.Sqlite;
using StartupOrchestrator.Storage.Bench;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>Three tables of a SQLite file of their own, written without the product; one connection, as SQLite has one writer.</summary>
public sealed class BareSqlite(string file, string measured) : IBareDatabase
{
    /// <inheritdoc/>
    public int Connections => 1;

    /// <inheritdoc/>
    public async Task<IBareConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync("""
            pragma journal_mode = wal; pragma synchronous = full;
            create table if not exists bare_state (stream text primary key, version integer not null, doc text not null);
            create table if not exists bare_journal (stream text, version integer, data text not null, primary key (stream, version));
            create table if not exists bare_outbox (id text primary key, payload text not null);
            """).ConfigureAwait(false);
        return new Connection(connection);
    }

    /// <inheritdoc/>
    public Task<long> SizeAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new[] { measured, $"{measured}-wal" }.Where(File.Exists).Sum(f => new FileInfo(f).Length));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Connection(SqliteConnection connection) : IBareConnection
    {
        private readonly PreparedStatement state = new(connection, "insert into bare_state values (?1, ?2, ?3) on conflict (stream) do update set version = excluded.version, doc = excluded.doc", 3);
        private readonly PreparedStatement journal = new(connection, "insert into bare_journal values (?1, ?2, ?3)", 3);
        private readonly PreparedStatement outbox = new(connection, "insert into bare_outbox values (?1, ?2)", 2);

        public Task WriteAsync(string stream, long version, string stateText, string entry, string message, CancellationToken cancellationToken)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            state.Run(transaction, stream, version, stateText);
            journal.Run(transaction, stream, version, entry);
            outbox.Run(transaction, $"{stream}:{version}", message);
            transaction.Commit();
            return Task.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            state.Dispose();
            journal.Dispose();
            outbox.Dispose();
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
