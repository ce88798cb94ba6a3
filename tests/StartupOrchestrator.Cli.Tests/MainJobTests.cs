using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using StartupOrchestrator.Cli;

namespace StartupOrchestrator.Cli.Tests;

/// <summary>The main job on a small study: import, dry run to the end, records that verify, and tampering that shows.</summary>
public sealed class MainJobTests : IDisposable
{
    private const string Record = """
        {"protocolSection":{"identificationModule":{"nctId":"NCT00000001","orgStudyIdInfo":{"id":"P-1"},"briefTitle":"Small study"},
        "sponsorCollaboratorsModule":{"leadSponsor":{"name":"Acme"}},"designModule":{"phases":["PHASE3"]},"contactsLocationsModule":{"locations":[
        {"city":"Ulm","country":"Germany","facility":"Klinikum Ulm"},{"city":"Boston","state":"Massachusetts","country":"United States","facility":"General"},
        {"city":"Leeds","country":"United Kingdom","facility":"Infirmary"}]}}}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("startup-cli-").FullName;

    [Fact]
    public async Task A_dry_run_ends_every_site_the_same_seed_gives_the_same_and_tampering_shows()
    {
        var file = Path.Combine(folder, "record.json");
        await File.WriteAllTextAsync(file, Record, TestContext.Current.CancellationToken);
        Assert.Equal(7, (await JsonAsync("import", "clinicaltrials", file, "--data", Data))["new"]!.GetValue<int>());
        Assert.Equal(4, (await JsonAsync("import", "clinicaltrials", file, "--data", Data))["unchanged"]!.GetValue<int>());

        var first = await RehearseAsync("one");
        var second = await RehearseAsync("two");

        Assert.Empty(first["unfinished"]!.AsArray());
        Assert.Empty(first["blockedSteps"]!.AsArray());
        Assert.True(first["answers"]!.GetValue<int>() > 0, "no task was answered by its link");
        var sites = await SitesAsync("one");
        Assert.All(sites, s => Assert.Contains(s.Split(' ')[1], (string[])["active", "dropped", "declined", "not-selected"]));

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(await HappenedAsync("one"), await HappenedAsync("two"));

        Assert.Equal(0, (await RunAsync("verify-audit", "--data", At("one"))).Code);
        foreach (var (name, sql) in Tamperings)
        {
            Assert.Equal((name, 1), (name, await VerifyTamperedAsync(name, sql)));
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static (string Name, string Sql)[] Tamperings =>
    [
        ("journal", "drop trigger if exists journal_no_update; update journal set data = replace(data, 'Leeds', 'Leads') where stream = 'site/nct00000001.gb-01' and version = 1"),
        ("state", "update state set doc = replace(doc, 'Leeds', 'Leads') where stream = 'site/nct00000001.gb-01'"),
        ("view", "update views set doc = replace(doc, 'Leeds', 'Leads') where stream = 'site/nct00000001.gb-01'"),
    ];

    private string Data => Path.Combine(folder, "data");

    private string At(string name) => Path.Combine(folder, name);

    private Task<JsonNode> RehearseAsync(string into) => JsonAsync("rehearse", "--study", "nct00000001", "--seed", "7", "--from", "2026-11-23", "--into", At(into), "--data", Data);

    private async Task<string[]> SitesAsync(string name) =>
        [.. (await JsonAsync("sites", "--study", "nct00000001", "--data", At(name))).AsArray().Select(s => $"{s!["code"]} {s["status"]} {s["actual"]}")];

    /// <summary>What happened to whom and when, personal references apart, and how sent mails are named: a page that is opened names what is sent from it anew.</summary>
    private async Task<string> HappenedAsync(string name)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(At(name), "startup.db")};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            select group_concat(line, char(10)) from (select business_time || ' ' || whom || ' ' || type as line from
            (select business_time, version, type, case when stream like 'letter/%' then 'letter' else stream end as whom from journal
            where type not like 'person.%' and stream not like 'definition/%') order by business_time, whom, version)
            """;
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<int> VerifyTamperedAsync(string name, string sql)
    {
        var copy = At($"tampered-{name}");
        Directory.CreateDirectory(copy);
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(At("one"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(At("one"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(copy, "startup.db")};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var triggers = connection.CreateCommand();
            triggers.CommandText = "select name from sqlite_master where type = 'trigger'";
            var names = new List<string>();
            await using (var reader = await triggers.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            {
                while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                {
                    names.Add(reader.GetString(0));
                }
            }

            await using var command = connection.CreateCommand();
            command.CommandText = string.Concat(names.Select(n => $"drop trigger \"{n}\";")) + sql.Split("; ")[^1];
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        return (await RunAsync("verify-audit", "--data", copy)).Code;
    }

    private static async Task<JsonNode> JsonAsync(params string[] args)
    {
        var (code, output, error) = await RunAsync([.. args, "--json"]);
        Assert.True(code == 0, $"startup {string.Join(' ', args)} ended with {code}: {error}\n{output}");
        return JsonNode.Parse(output)!;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await StartupCommand.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
