using Microsoft.Data.Sqlite;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>A statement that is parsed once; values come by position.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly SqliteCommand command;

    public PreparedStatement(SqliteConnection connection, string sql, int values)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= values; i++)
        {
            command.Parameters.Add(new SqliteParameter($"?{i}", null));
        }

        command.Prepare();
    }

    /// <summary>Runs it and returns the number of rows changed.</summary>
    public int Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs it and reads the first row; null when there is none.</summary>
    public T? First<T>(SqliteTransaction? transaction, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        Bind(transaction, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public void Dispose() => command.Dispose();

    private void Bind(SqliteTransaction? transaction, ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
