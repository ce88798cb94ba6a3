using Microsoft.Data.Sqlite;

namespace StartupOrchestrator.Cli.Bench;

/// <summary>Fills a database with many sites: the rows and state documents of one real site, copied, with other names and dates.</summary>
internal static class ManySites
{
    /// <summary>How many sites a study has.</summary>
    public const int PerStudy = 100;

    private static readonly string Shape = $"""
        with recursive r(n) as (select 1 union all select n + 1 from r where n < $sites),
          p as (select n, 'st' || (n / {PerStudy}) as study, 'st' || (n / {PerStudy}) || '.s-' || n as key, printf('S-%06d', n) as code, 'Hospital ' || n as name,
            case n % 5 when 0 then 'active' when 1 then 'in-start-up' when 2 then 'selected' when 3 then 'cda-pending' else 'identified' end as status,
            date('2026-06-01', '+' || (n % 400) || ' days') as due from r)
        """;

    /// <summary>Copies the one site that the database holds.</summary>
    public static async Task FillAsync(string file, string site, int sites, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, "begin immediate", site, sites, cancellationToken);
        await RunAsync(connection, $"""
            {Shape} insert into views select 'site/' || p.key, 1, v.kind, v.type, p.status, 'sponsor-' || (p.n % 20), p.study, substr('DEPLGBUSCAFRITESNLBE', 1 + 2 * (p.n % 10), 2), p.key, p.code,
              p.name, v.owner, p.due, case p.n % 3 when 0 then 'us' when 1 then 'site' else 'ethics' end, '2026-03-01', lower(p.code || ' ' || p.name),
              json_set(v.doc, '$.planned', p.due, '$.city', 'City ' || (p.n % 500))
            from p, views v where v.stream = $site
            """, site, sites, cancellationToken);
        await RunAsync(connection, $"{Shape} insert into state select 'site/' || p.key, 1, s.head, s.doc from p, state s where s.stream = $site", site, sites, cancellationToken);
        await RunAsync(connection, $"""
            {Shape} insert into journal (stream, version, type, type_version, business_time, recorded_at, by_whom, command_id, cause, data, previous_hash, hash)
            select 'site/' || p.key, 1, j.type, j.type_version, j.business_time, j.recorded_at, j.by_whom, j.command_id, j.cause, j.data, j.previous_hash, j.hash
            from p, journal j where j.stream = $site and j.version = 1
            """, site, sites, cancellationToken);
        await RunAsync(connection, $"""
            {Shape} insert into views select 'study/' || p.study, 1, 'study', '', 'in-start-up', 'sponsor-1', p.study, '', '', 'P-' || p.study, 'Study ' || p.study, '', '~', '', '~', p.study, v.doc
            from p, views v where v.kind = 'study' and p.n % {PerStudy} = 0
            """, site, sites, cancellationToken);
        await RunAsync(connection, "commit", site, sites, cancellationToken);
        await RunAsync(connection, "analyze", site, sites, cancellationToken);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, string site, int sites, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 300;
        command.Parameters.AddWithValue("$site", site);
        command.Parameters.AddWithValue("$sites", sites);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
