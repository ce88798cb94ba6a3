using System.Data.Common;

namespace StartupOrchestrator.Storage;

/// <summary>How the shared SQL reaches a database. Providers differ in connections, locks and a few words.</summary>
public interface ISqlDatabase
{
    /// <summary>The few words that differ.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Runs a read on a connection of its own.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>
    /// Runs one statement that changes rows and is committed with them. Where many processes share the database it leaves
    /// no moment in which a process that stands still holds rows from the others.
    /// </summary>
    Task<T> ChangeAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> change, CancellationToken cancellationToken);

    /// <summary>Runs a short write of several statements in a transaction of its own.</summary>
    Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken);
}

/// <summary>What the databases say differently.</summary>
/// <param name="Take">One statement that selects rows which nobody else is taking, marks them and gives them: of a select, an
/// update of what it selected (<c>taken</c>), and an order. Null where a database has one writer and needs no such thing.</param>
/// <param name="Member">SQL for the text of a member of the column <c>doc</c>, empty when absent.</param>
/// <param name="Among">SQL for "is among the values of this parameter".</param>
public sealed record SqlDialect(Func<string, string, string, string>? Take, Func<string, string> Member, Func<string, string> Among);
