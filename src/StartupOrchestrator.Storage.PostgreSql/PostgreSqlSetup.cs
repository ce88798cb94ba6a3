using Dapper;
using NodaTime;
using Npgsql;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Schema;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>Brings the schema up to date as its owner and lets the application's role do what it needs, and no more.</summary>
internal static class PostgreSqlSetup
{
    private const long SetupLock = 7_305_801;

    public static async Task<DatabaseNature> RunAsync(PostgreSqlOptions options, TimeProvider time)
    {
        var application = new NpgsqlConnectionStringBuilder(options.ConnectionString).Username;
        var owner = new NpgsqlConnection(options.MigrationConnectionString ?? options.ConnectionString);
        await using (owner.ConfigureAwait(false))
        {
            await owner.OpenAsync().ConfigureAwait(false);

            // Several processes may start at once; one migrates, the others find it done.
            await owner.ExecuteAsync("select pg_advisory_lock(@SetupLock)", new { SetupLock }).ConfigureAwait(false);
            try
            {
                await new Migrations(typeof(PostgreSqlSetup).Assembly).ApplyAsync(owner, Instant.FromDateTimeOffset(time.GetUtcNow())).ConfigureAwait(false);
                var nature = await Meta.BeBornAsync(owner, options.Nature).ConfigureAwait(false);
                if (options.MigrationConnectionString is not null && application is not null)
                {
                    await GrantAsync(owner, application).ConfigureAwait(false);
                }

                return nature;
            }
            finally
            {
                await owner.ExecuteAsync("select pg_advisory_unlock(@SetupLock)", new { SetupLock }).ConfigureAwait(false);
            }
        }
    }

    private static async Task GrantAsync(NpgsqlConnection owner, string application)
    {
        var role = $"\"{application.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await owner.ExecuteAsync(
            $"""
            grant usage on schema public to {role};
            grant select, insert on journal, audit to {role};
            grant select, insert, update, delete on state, commands, views, outbox, timers, bookmarks, events, personal, claims, blobs, blob_chunks to {role};
            grant select, insert, update, delete on secrets, cluster_versions, cluster_members, cluster_reminders, cluster_notes, holds to {role};
            grant select on meta, schema_version, orleansquery to {role};
            grant usage on sequence blob_content to {role};
            revoke update, delete, truncate on journal, audit from {role};
            """).ConfigureAwait(false);
    }
}
