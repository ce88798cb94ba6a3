using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using StartupOrchestrator.Storage.Sqlite;

namespace StartupOrchestrator.Storage.Conformance.Engines;

/// <summary>SQL as somebody runs it who goes around the product.</summary>
public static class RawSql
{
    public static async Task<int> RunAsync(TestDatabase database, string sql)
    {
        await using DbConnection connection = database.ConnectionString is { } text
            ? new NpgsqlConnection(text)
            : new SqliteConnection($"Data Source={Path.Combine(database.Folder!, SqliteStorage.FileName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 300;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Takes the locks off the journal, as an owner of the database could.</summary>
    public static Task DisarmAsync(TestDatabase database) => RunAsync(
        database,
        database.ConnectionString is not null
            ? "alter table journal disable trigger all; alter table audit disable trigger all"
            : "drop trigger journal_is_not_updated; drop trigger journal_is_not_deleted; drop trigger audit_is_not_updated; drop trigger audit_is_not_deleted");
}
