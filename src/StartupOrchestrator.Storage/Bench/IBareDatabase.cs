namespace StartupOrchestrator.Storage.Bench;

/// <summary>The database without the product: what the product's steps are measured against.</summary>
public interface IBareDatabase : IAsyncDisposable
{
    /// <summary>Connections that write at the same time.</summary>
    int Connections { get; }

    /// <summary>Opens a connection with three tables that have primary keys and nothing else, and the statement prepared.</summary>
    Task<IBareConnection> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>Bytes that the database takes on disk.</summary>
    Task<long> SizeAsync(CancellationToken cancellationToken);
}

/// <summary>A connection of a bare database.</summary>
public interface IBareConnection : IAsyncDisposable
{
    /// <summary>Writes a state, a journal row and an outbox row as one durable transaction.</summary>
    Task WriteAsync(string stream, long version, string state, string entry, string message, CancellationToken cancellationToken);
}
