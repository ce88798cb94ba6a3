using System.Collections.Concurrent;
using System.Net.Sockets;
using Npgsql;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.PostgreSql.Commit;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>Commits batches on connections that keep their statements prepared; a connection that failed is never used again.</summary>
internal sealed class PostgreSqlSteps(PostgreSqlDatabase database, Action committed) : IStepStore, IAsyncDisposable
{
    private readonly ConcurrentBag<CommitConnection> idle = [];

    public async Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken)
    {
        var writer = await RentAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var outcomes = await writer.CommitAsync(steps, null).ConfigureAwait(false);
            idle.Add(writer);
            committed();
            return outcomes;
        }
        catch (Exception e)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            if (steps.Count == 1 && e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "claims" })
            {
                return [new CommitOutcome.ClaimTaken(await TakenAsync(steps[0], cancellationToken).ConfigureAwait(false))];
            }

            if (PostgreSqlErrors.Translate(e) is { } known)
            {
                throw known;
            }

            throw;
        }
    }

    public async Task<CommitOutcome?> CommitLockedAsync(string stream, Func<StoredState?, Task<StepCommit?>> decide, CancellationToken cancellationToken)
    {
        var writer = await RentAsync(cancellationToken).ConfigureAwait(false);
        var connection = writer.Connection;
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            CommitOutcome? outcome = null;
            await using (transaction.ConfigureAwait(false))
            {
                // The advisory lock keeps out others who lost too often, also where the stream does not exist yet.
                await ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtextextended($1, 0))", stream).ConfigureAwait(false);
                if (await decide(await LoadAsync(connection, stream, " for update", cancellationToken).ConfigureAwait(false)).ConfigureAwait(false) is { } step)
                {
                    outcome = (await writer.CommitAsync([step], transaction).ConfigureAwait(false))[0];
                }

                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }

            idle.Add(writer);
            committed();
            return outcome;
        }
        catch (Exception e)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            if (PostgreSqlErrors.Translate(e) is { } known)
            {
                throw known;
            }

            throw;
        }
    }

    public Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken) =>
        ReadAsync(connection => LoadAsync(connection, stream, "", cancellationToken), cancellationToken);

    public Task<StoredAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken cancellationToken) => ReadAsync(
        async connection =>
        {
            using var command = Command(connection, "select body_hash, answer, version from commands where stream = $1 and id = $2", stream, commandId);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? new StoredAnswer(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt64(2))
                : null;
        },
        cancellationToken);

    /// <summary>The plan of the commit as a writer has it.</summary>
    public async Task<string> ExplainAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken)
    {
        var writer = await RentAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            return await writer.ExplainAsync(steps).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var writer))
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<StoredState?> LoadAsync(NpgsqlConnection connection, string stream, string locking, CancellationToken cancellationToken)
    {
        using var command = Command(connection, $"select version, doc, head from state where stream = $1{locking}", stream);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? new StoredState(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)) : null;
    }

    /// <summary>A pooled connection may have broken since it was last used: that shows only when something is asked.</summary>
    private async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(database.OpenAsync(cancellationToken).AsTask()).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                return await read(connection).ConfigureAwait(false);
            }
            catch (Exception e) when (PostgreSqlErrors.Translate(e) is not null)
            {
                throw new RuntimeBusyException($"The database does not answer: {e.Message}", e);
            }
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(Task<NpgsqlConnection> opening)
    {
        try
        {
            return await opening.ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or IOException or SocketException or TimeoutException)
        {
            throw new RuntimeBusyException($"The database cannot be reached: {e.Message}", e);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, string value)
    {
        using var command = Command(connection, sql, value);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<string> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        }

        return command;
    }

    private async Task<CommitConnection> RentAsync(CancellationToken cancellationToken) =>
        idle.TryTake(out var writer) ? writer : new CommitConnection(await OpenAsync(database.OpenWriterAsync(cancellationToken)).ConfigureAwait(false));

    private Task<string> TakenAsync(StepCommit step, CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            foreach (var name in step.Claimed)
            {
                using var command = Command((NpgsqlConnection)connection, "select stream from claims where name = $1", name);
                if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string holder && holder != step.Stream)
                {
                    return name;
                }
            }

            return step.Claimed[0];
        },
        cancellationToken);
}
