using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Schema;

/// <summary>
/// Numbered SQL, forward only: the embedded files <c>NNNN_name.sql</c> of a provider. Each runs once, in its own
/// transaction with the note that it ran, so that an interrupted upgrade can simply be started again.
/// </summary>
public sealed class Migrations
{
    private readonly SortedDictionary<long, string> scripts = [];

    /// <summary>Reads the scripts of an assembly.</summary>
    public Migrations(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var file = name[..^4];
            var number = file[(file.LastIndexOf('.') + 1)..].Split('_')[0];
            scripts.Add(long.Parse(number, CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }

    /// <summary>The schema that this release needs.</summary>
    public long Newest => scripts.Keys.Max();

    /// <summary>Brings the database up to this release.</summary>
    /// <param name="connection">Open, as the role that may change the schema.</param>
    /// <param name="now">Moment to note (UTC).</param>
    /// <exception cref="DatabaseRefusedException">A newer release has been here.</exception>
    public async Task ApplyAsync(DbConnection connection, Instant now)
    {
        await connection.ExecuteAsync("create table if not exists schema_version (version bigint primary key, applied_at text not null)").ConfigureAwait(false);
        var present = await PresentAsync(connection).ConfigureAwait(false);
        foreach (var (number, script) in scripts.Where(s => s.Key > present))
        {
            var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await connection.ExecuteAsync(script, transaction: transaction).ConfigureAwait(false);
                await connection.ExecuteAsync(
                    "insert into schema_version (version, applied_at) values (@number, @at)", new { number, at = StoreTime.Format(now) }, transaction).ConfigureAwait(false);
                await transaction.CommitAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Checks that the schema is the one of this release, without changing it.</summary>
    /// <exception cref="DatabaseRefusedException">It is older or newer.</exception>
    public async Task CheckAsync(DbConnection connection)
    {
        var present = await PresentAsync(connection).ConfigureAwait(false);
        if (present < Newest)
        {
            throw new DatabaseRefusedException($"The database has schema {present}, this release needs {Newest}: run the migration with the owner's role.");
        }
    }

    private async Task<long> PresentAsync(DbConnection connection)
    {
        var present = await connection.ExecuteScalarAsync<long?>("select max(version) from schema_version").ConfigureAwait(false) ?? 0;
        return present <= Newest
            ? present
            : throw new DatabaseRefusedException($"The database has schema {present}, this release knows {Newest}: a newer release was here. Use that one, or restore a backup.");
    }
}
