using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Recognises a database or disk that takes nothing now: nobody's mistake, and over when somebody has mended it.</summary>
internal static class StorageTrouble
{
    private const int NoSpace = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>What to do, in a sentence or two; null when the error is something else.</summary>
    public static string? Explain(Exception? error) => error switch
    {
        SqliteException { SqliteErrorCode: 13 } or PostgresException { SqlState: "53100" } => Full,
        IOException { HResult: NoSpace or NoSpaceOnWindows } => Full,
        SqliteException { SqliteErrorCode: 5 or 6 } => "The database is busy; nothing was changed. Try again in a moment.",
        SqliteException { SqliteErrorCode: 8 or 10 or 14 } => "The disk of the database does not answer as it should; nothing was changed. Tell whoever runs the installation.",
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" } or NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: DbException or IOException or System.Net.Sockets.SocketException } =>
            "The database does not answer; nothing was changed. It is asked again each time: try again in a moment, or tell whoever runs the installation.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    private const string Full = "The disk is full; nothing was changed. Whoever runs the installation must free some space; the same request works again then.";
}
