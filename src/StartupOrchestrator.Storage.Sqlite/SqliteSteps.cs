using Microsoft.Data.Sqlite;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>Commits batches, one at a time, each as one immediate transaction.</summary>
internal sealed class SqliteSteps : IStepStore, IDisposable
{
    private const int Constraint = 19;
    private const int TooBig = 18;
    private const int Mismatch = 20;
    private readonly SqliteDatabase database;
    private readonly ChangeSignal changes;
    private readonly SqliteStatements statements;
    private readonly SqliteStepWriter writer;

    public SqliteSteps(SqliteDatabase database, ChangeSignal changes)
    {
        this.database = database;
        this.changes = changes;
        statements = new SqliteStatements(database.Writer);
        writer = new SqliteStepWriter(statements);
    }

    public async Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<StepCommit> steps, CancellationToken cancellationToken) =>
        await database.ExclusiveAsync(() => Task.FromResult(Commit(steps)), cancellationToken).ConfigureAwait(false);

    public async Task<CommitOutcome?> CommitLockedAsync(string stream, Func<StoredState?, Task<StepCommit?>> decide, CancellationToken cancellationToken)
    {
        // One process writes, so that holding the writer is holding every lock; evidence is read on other connections.
        return await database.ExclusiveAsync<CommitOutcome?>(
            async () => await decide(statements.State.First(null, SqliteStepWriter.ReadState, stream)).ConfigureAwait(false) is { } step ? Commit([step])[0] : null,
            cancellationToken).ConfigureAwait(false);
    }

    public Task<StoredState?> LoadAsync(string stream, CancellationToken cancellationToken) => FirstAsync(
        "select version, doc, head from state where stream = @stream", SqliteStepWriter.ReadState, cancellationToken, ("@stream", stream));

    public Task<StoredAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken cancellationToken) => FirstAsync(
        "select body_hash, answer, version from commands where stream = @stream and id = @id", SqliteStepWriter.ReadAnswer, cancellationToken, ("@stream", stream), ("@id", commandId));

    public void Dispose() => statements.Dispose();

    private CommitOutcome[] Commit(IReadOnlyList<StepCommit> steps)
    {
        SqliteTransaction? transaction = null;
        try
        {
            transaction = database.Writer.BeginTransaction(deferred: false);
            var outcomes = new CommitOutcome[steps.Count];
            for (var i = 0; i < outcomes.Length; i++)
            {
                outcomes[i] = writer.Write(steps[i], transaction);
            }

            transaction.Commit();
            changes.Announce();
            return outcomes;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Constraint or TooBig or Mismatch)
        {
            throw new BadStepException($"A step breaks a rule of the database: {e.Message}", e);
        }
        catch (SqliteException e)
        {
            // Full, busy, read-only, I/O: the transaction is rolled back when it is disposed, so nothing is durable.
            throw new RuntimeBusyException($"The database takes nothing now: {e.Message}", e);
        }
        finally
        {
            transaction?.Dispose();
        }
    }

    private Task<T?> FirstAsync<T>(string sql, Func<SqliteDataReader, T> read, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, string Value)> values)
        where T : class
    {
        var bound = values.ToArray();
        return database.ReadAsync(
            connection =>
            {
                using var command = ((SqliteConnection)connection).CreateCommand();
                command.CommandText = sql;
                foreach (var (name, value) in bound)
                {
                    command.Parameters.AddWithValue(name, value);
                }

                using var reader = command.ExecuteReader();
                return Task.FromResult(reader.Read() ? read(reader) : null);
            },
            cancellationToken);
    }
}
