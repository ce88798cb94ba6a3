using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Server.Features.Rehearsals;
using StartupOrchestrator.Storage;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Says in a sentence why the product cannot start, where somebody outside can mend it.</summary>
public static class StartFailure
{
    private const int NotADatabase = 26;
    private const int Damaged = 11;
    private const int DiskFull = 13;

    /// <summary>What is wrong and what to do; null when it is our own mistake, which deserves its stack trace.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        ConfigurationMistakeException or DatabaseRefusedException or RehearsalException or AnchorException or IOException or UnauthorizedAccessException => exception.Message,
        DbException database => Explain(database),
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        _ => null,
    };

    /// <summary>Addresses that another program holds already: found before a demo is played for a minute.</summary>
    public static IEnumerable<string> TakenAddresses(ProductOptions options) =>
        options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri is { IsLoopback: true, Port: > 0 } && IsTaken(uri))
            .Select(u => $"--urls: another program answers at {u}. Stop it, or choose another address, for example --urls http://127.0.0.1:{new Uri(u).Port + 1}.");

    private static string Explain(DbException e) => e switch
    {
        SqliteException { SqliteErrorCode: NotADatabase or Damaged } => "The database file is damaged or is none. Restore the data folder from its backup; 'startup verify-audit' says what the backup holds.",
        SqliteException { SqliteErrorCode: DiskFull } => "The disk of the data folder is full. Free some space and start again; nothing that was acknowledged is lost.",
        SqliteException => $"The database in the data folder cannot be opened: {e.Message}",
        { SqlState: { Length: > 0 } state } => $"PostgreSQL refused the connection ({state}): {e.Message.Split(": ", 2)[^1]}. Check --connection.",
        _ => $"PostgreSQL cannot be reached: {(e.InnerException ?? e).Message}. Check that the server runs and that --connection names it.",
    };

    private static bool IsTaken(Uri uri)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, uri.Port));
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
