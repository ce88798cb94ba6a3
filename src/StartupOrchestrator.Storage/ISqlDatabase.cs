using System.Data.Common;

namespace StartupOrchestrator.Storage;

/// <summary>How the shared SQL reaches a database. Providers differ in connections, locks and a few words.</summary>
public interface ISqlDatabase
{
    /// <summary>The few words that differ.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Runs a read on a connection of its own.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Runs a short write in a transaction of its own.</summary>
    Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken);
}

/// <summary>What the databases say differently.</summary>
/// <param name="SkipLocked">Ends a select that takes rows for itself.</param>
/// <param name="Member">SQL for the text of a member of the column <c>doc</c>, empty when absent.</param>
/// <param name="Among">SQL for "is among the values of this parameter".</param>
public sealed record SqlDialect(string SkipLocked, Func<string, string> Member, Func<string, string> Among);
