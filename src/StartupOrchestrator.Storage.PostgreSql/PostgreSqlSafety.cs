using Dapper;
using NodaTime;
using Npgsql;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>Refuses a server on which an acknowledged command could be lost.</summary>
internal static class PostgreSqlSafety
{
    private const int OldestVersion = 13;
    private static readonly Duration ClockTolerance = Duration.FromSeconds(5);

    public static async Task CheckAsync(NpgsqlConnection writer, PostgreSqlOptions options, DatabaseNature nature, TimeProvider time)
    {
        Insist(writer.PostgreSqlVersion.Major >= OldestVersion, "version", writer.PostgreSqlVersion.ToString(), $"{OldestVersion} or newer");
        foreach (var (setting, unsafeAllowed) in new[] { ("synchronous_commit", false), ("fsync", options.AcceptUnsafeServer), ("full_page_writes", options.AcceptUnsafeServer) })
        {
            var value = await writer.ExecuteScalarAsync<string>($"show {setting}").ConfigureAwait(false);
            Insist(unsafeAllowed || value is "on" or "remote_apply", setting, value, "on");
        }

        var isolation = await writer.ExecuteScalarAsync<string>("show default_transaction_isolation").ConfigureAwait(false);
        Insist(isolation == "read committed", "default_transaction_isolation", isolation, "read committed");
        if (nature != DatabaseNature.Rehearsal)
        {
            var server = await writer.ExecuteScalarAsync<double>("select extract(epoch from clock_timestamp())::float8").ConfigureAwait(false);
            var apart = Instant.FromDateTimeOffset(time.GetUtcNow()) - Instant.FromUnixTimeMilliseconds((long)(server * 1000));
            Insist(apart < ClockTolerance && -apart < ClockTolerance, "clock", $"{apart} apart from this machine's", "set to the same time");
        }
    }

    private static void Insist(bool holds, string setting, string? actual, string needed)
    {
        if (!holds)
        {
            throw new DatabaseRefusedException($"PostgreSQL's {setting} is {actual}; it must be {needed}, or acknowledged work could be lost. Change the server's configuration.");
        }
    }
}
