using System.Net.Sockets;
using Npgsql;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>What an error means for a commit that was under way.</summary>
internal static class PostgreSqlErrors
{
    /// <summary>The error as the runtime knows it; null when it is none of the database's doing.</summary>
    public static Exception? Translate(Exception e) => e switch
    {
        PostgresException p when p.SqlState[..2] is "22" or "23" => new BadStepException($"A step breaks a rule of the database: {p.MessageText}", p),
        PostgresException p when p.SqlState[..2] is "53" => new RuntimeBusyException($"The database takes nothing now: {p.MessageText}", p),
        // 25P03: the server ended a transaction that stood still; it cannot have committed, and the same command decides anew.
        PostgresException p when p.SqlState[..2] is "40" or "08" or "57" or "55" || p.SqlState == "25P03" => Unknown(p.MessageText, p),
        PostgresException => null,
        NpgsqlException or IOException or SocketException or TimeoutException or ObjectDisposedException => Unknown(e.Message, e),
        _ => null,
    };

    private static OutcomeUnknownException Unknown(string message, Exception e) =>
        new($"The database did not say whether the command took effect ({message}). Send the same command again.", e);
}
