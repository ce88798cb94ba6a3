using StartupOrchestrator.Runtime.Memory;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Sqlite;

namespace StartupOrchestrator.Storage.Conformance.Engines;

/// <summary>The databases that every promise is tested on.</summary>
public static class Engine
{
    public const string Memory = "memory";
    public const string Sqlite = "SQLite";
    public const string PostgreSql = "PostgreSQL";

    public static TheoryData<string> All => [Memory, Sqlite, PostgreSql];

    public static TheoryData<string> Durable => [Sqlite, PostgreSql];

    /// <summary>A new, empty database; skips the test with a reason where the engine is not there.</summary>
    public static async Task<TestDatabase> NewAsync(string engine, DatabaseNature nature = DatabaseNature.Rehearsal) => engine switch
    {
        Memory => new TestDatabase(new MemoryStorage(nature), () => throw new InvalidOperationException("Memory cannot be opened again."), () => { }),
        Sqlite => await SqliteAsync(nature),
        PostgreSql => await PostgreSqlServer.NewDatabaseAsync(nature),
        _ => throw new ArgumentException($"No engine {engine}."),
    };

    private static async Task<TestDatabase> SqliteAsync(DatabaseNature nature)
    {
        var folder = Directory.CreateTempSubdirectory("startup-sqlite-").FullName;
        var options = new SqliteOptions(folder) { Nature = nature };
        return new TestDatabase(
            await SqliteStorage.OpenAsync(options, TimeProvider.System),
            async () => await SqliteStorage.OpenAsync(options, TimeProvider.System),
            () => Directory.Delete(folder, recursive: true))
        { Folder = folder };
    }
}
