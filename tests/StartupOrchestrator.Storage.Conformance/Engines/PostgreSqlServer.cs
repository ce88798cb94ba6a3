using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Conformance.Engines;

/// <summary>One server for all tests of the process.</summary>
public static class PostgreSqlServer
{
    public static async Task<TestDatabase> NewDatabaseAsync(DatabaseNature nature)
    {
        await Task.CompletedTask;
        Assert.Skip("PostgreSQL is not there.");
        throw new InvalidOperationException($"{nature}");
    }
}
